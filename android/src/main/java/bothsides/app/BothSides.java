package bothsides.app;

import android.app.Application;

/** The app: what its screens share, and what outlives them when the device is turned. */
public class BothSides extends Application {
    private Catalog catalog;
    private Worker pictures;
    private Recognizer recognizer;

    @Override
    public void onCreate() {
        super.onCreate();
        catalog = Catalog.load(getAssets());
        pictures = new Worker();
        recognizer = new Recognizer(getAssets(), catalog, new Worker());
    }

    Catalog catalog() {
        return catalog;
    }

    /** Reads pictures; not the thread of the models, because another app may give its bytes slowly. */
    Worker pictures() {
        return pictures;
    }

    Recognizer recognizer() {
        return recognizer;
    }
}
