package bothsides.app;

import static org.robolectric.Shadows.shadowOf;

import android.app.Activity;
import android.graphics.Bitmap;
import android.graphics.drawable.BitmapDrawable;
import android.os.Looper;
import android.os.SystemClock;
import android.view.MotionEvent;
import android.view.View;
import android.view.ViewGroup;
import android.widget.ImageView;
import android.widget.Spinner;
import android.widget.TextView;

import org.robolectric.Robolectric;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.android.controller.ActivityController;

/** A screen of the app as a person uses it: fingers go in, texts and pictures come out. */
final class Screen<T extends Activity> {
    /** Points of a drawn 1 and 7, as shares of the pad's side. */
    static final float[][] ONE = {{0.5f, 0.2f}, {0.5f, 0.35f}, {0.5f, 0.5f}, {0.5f, 0.65f}, {0.5f, 0.8f}};
    static final float[][] SEVEN = {
        {0.3f, 0.25f}, {0.5f, 0.25f}, {0.7f, 0.25f}, {0.62f, 0.45f}, {0.54f, 0.65f}, {0.46f, 0.85f}
    };

    final ActivityController<T> controller;

    private Screen(ActivityController<T> controller) {
        this.controller = controller;
    }

    static <T extends Activity> Screen<T> open(Class<T> activity) {
        Screen<T> screen = new Screen<>(Robolectric.buildActivity(activity).setup());
        screen.settle();
        return screen;
    }

    T activity() {
        return controller.get();
    }

    /** Turns the device. */
    void turn() {
        RuntimeEnvironment.setQualifiers(isWide() ? "+port" : "+land");
        controller.configurationChange();
        settle();
    }

    boolean isWide() {
        return activity().getResources().getConfiguration().orientation == 2;
    }

    /** Waits until pictures are read, models have answered, and everything is shown. */
    void settle() {
        BothSides app = (BothSides) activity().getApplication();
        try {
            for (int round = 0; round < 3; round++) {
                shadowOf(Looper.getMainLooper()).idle();
                app.pictures().await();
                shadowOf(Looper.getMainLooper()).idle();
                app.recognizer().worker().await();
            }
        } catch (Exception error) {
            throw new AssertionError(error);
        }
        shadowOf(Looper.getMainLooper()).idle();
    }

    void press(int id) {
        activity().findViewById(id).performClick();
        settle();
    }

    void choose(int model) {
        ((Spinner) activity().findViewById(R.id.models)).setSelection(model);
        settle();
    }

    /** Draws a stroke through points, with a finger. */
    void draw(float[]... points) {
        touch(MotionEvent.ACTION_DOWN, points[0]);
        for (int place = 1; place < points.length; place++) {
            touch(MotionEvent.ACTION_MOVE, points[place]);
        }
        touch(MotionEvent.ACTION_UP, points[points.length - 1]);
        settle();
    }

    void touch(int action, float[] point) {
        View pad = activity().findViewById(R.id.pad);
        long now = SystemClock.uptimeMillis();
        MotionEvent event =
                MotionEvent.obtain(now, now, action, point[0] * pad.getWidth(), point[1] * pad.getWidth(), 0);
        pad.dispatchTouchEvent(event);
        event.recycle();
    }

    String text(int id) {
        return ((TextView) activity().findViewById(id)).getText().toString();
    }

    String label() {
        return text(R.id.label);
    }

    /** The labels and shares of the likeliest three. */
    String[][] rows() {
        ViewGroup rows = activity().findViewById(R.id.likeliest);
        String[][] texts = new String[rows.getChildCount()][];
        for (int place = 0; place < texts.length; place++) {
            View row = rows.getChildAt(place);
            texts[place] = new String[] {
                ((TextView) row.findViewById(R.id.row_label)).getText().toString(),
                ((TextView) row.findViewById(R.id.row_share)).getText().toString()
            };
        }
        return texts;
    }

    boolean shows(int id) {
        return activity().findViewById(id).isShown();
    }

    Bitmap image(int id) {
        return ((BitmapDrawable) ((ImageView) activity().findViewById(id)).getDrawable()).getBitmap();
    }
}
