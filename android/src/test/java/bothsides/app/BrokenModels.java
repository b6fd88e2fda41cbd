package bothsides.app;

import java.util.Arrays;
import java.util.List;

/** The app with models that are not as the catalog says, and one whose front end is not. */
public final class BrokenModels extends BothSides {
    private static final String HASH = "0000000000000000000000000000000000000000000000000000000000000000";

    private Catalog broken;
    private Recognizer recognizer;

    @Override
    public void onCreate() {
        super.onCreate();
        List<String> labels = Arrays.asList("a", "b");
        Model intact = super.catalog().models.get(0);
        ModelFile good = intact.file;
        broken = new Catalog(Arrays.asList(
                new Model(intact.title, intact.task, intact.labels, intact.blank, false, good),
                new Model("hash", "digit", labels, -1, false, new ModelFile(good.path, size(good.path), HASH)),
                new Model("short", "digit", labels, -1, false, new ModelFile(good.path, size(good.path) + 1, HASH)),
                new Model("long", "digit", labels, -1, false, new ModelFile(good.path, 1000, HASH)),
                new Model("missing", "digit", labels, -1, false, new ModelFile("no.tflite", 1, HASH)),
                new Model("labels", "digit", labels, -1, false, good),
                new Model("kind", "digit", labels, -1, false, super.catalog().frontEnd),
                new Model("front end", "digit", intact.labels, intact.blank, true, good)),
                new ModelFile("no_front_end.tflite", 1, HASH), super.catalog().frameSide);
        recognizer = new Recognizer(getAssets(), broken, new Worker());
    }

    @Override
    Catalog catalog() {
        return broken;
    }

    @Override
    Recognizer recognizer() {
        return recognizer;
    }

    private int size(String path) {
        return (int) new java.io.File(System.getProperty("assets"), path).length();
    }
}
