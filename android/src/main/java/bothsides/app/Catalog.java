package bothsides.app;

import android.content.res.AssetManager;

import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The models in the app: `models.json`, which the build takes from the project's catalog. */
final class Catalog {
    private static final String FILE = "models.json";

    final List<Model> models;
    /** Shows what a digit model sees. */
    final ModelFile frontEnd;
    /** Side of the picture that the front end returns, in pixels. */
    final int frameSide;

    Catalog(List<Model> models, ModelFile frontEnd, int frameSide) {
        this.models = Collections.unmodifiableList(models);
        this.frontEnd = frontEnd;
        this.frameSide = frameSide;
    }

    /** Reads the catalog of the app. */
    static Catalog load(AssetManager assets) {
        try {
            return parse(new String(bytes(assets.open(FILE)), "UTF-8"));
        } catch (IOException | JSONException error) {
            throw new IllegalStateException(FILE + " is damaged: " + error.getMessage(), error); // the build wrote it
        }
    }

    private static Catalog parse(String text) throws JSONException {
        JSONObject catalog = new JSONObject(text);
        JSONArray entries = catalog.getJSONArray("models");
        List<Model> models = new ArrayList<>();
        for (int index = 0; index < entries.length(); index++) {
            JSONObject entry = entries.getJSONObject(index);
            models.add(new Model(
                    entry.getString("title"),
                    entry.getString("task"),
                    texts(entry.getJSONArray("labels")),
                    entry.isNull("blank") ? -1 : entry.getDouble("blank"),
                    entry.getBoolean("has_front_end"),
                    file(entry)));
        }
        JSONObject frontEnd = catalog.getJSONObject("front_end");
        return new Catalog(models, file(frontEnd), frontEnd.getInt("side"));
    }

    private static ModelFile file(JSONObject entry) throws JSONException {
        return new ModelFile(entry.getString("path"), entry.getInt("bytes"), entry.getString("sha256"));
    }

    private static List<String> texts(JSONArray array) throws JSONException {
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < array.length(); index++) {
            texts.add(array.getString(index));
        }
        return Collections.unmodifiableList(texts);
    }

    private static byte[] bytes(InputStream content) throws IOException {
        try (InputStream opened = content) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            byte[] block = new byte[1 << 14];
            for (int read; (read = opened.read(block)) != -1; ) {
                all.write(block, 0, read);
            }
            return all.toByteArray();
        }
    }
}
