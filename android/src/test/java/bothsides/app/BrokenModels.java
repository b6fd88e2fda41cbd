package bothsides.app;

import java.util.Arrays;
import java.util.List;

/** The app with models that are not as the catalog says. */
public final class BrokenModels extends BothSides {
    private static final String HASH = "0000000000000000000000000000000000000000000000000000000000000000";

    private Catalog broken;

    @Override
    public void onCreate() {
        super.onCreate();
        List<String> labels = Arrays.asList("a", "b");
        ModelFile good = super.catalog().models.get(0).file;
        broken = new Catalog(Arrays.asList(
                super.catalog().models.get(0),
                new Model("hash", "digit", labels, -1, false, new ModelFile(good.path, size(good.path), HASH)),
                new Model("short", "digit", labels, -1, false, new ModelFile(good.path, size(good.path) + 1, HASH)),
                new Model("long", "digit", labels, -1, false, new ModelFile(good.path, 1000, HASH)),
                new Model("missing", "digit", labels, -1, false, new ModelFile("no.tflite", 1, HASH)),
                new Model("labels", "digit", labels, -1, false, good),
                new Model("kind", "digit", labels, -1, false, super.catalog().frontEnd)),
                super.catalog().frontEnd, super.catalog().frameSide);
    }

    @Override
    Catalog catalog() {
        return broken;
    }

    private int size(String path) {
        return (int) new java.io.File(System.getProperty("assets"), path).length();
    }
}
