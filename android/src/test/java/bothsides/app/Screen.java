package bothsides.app;

import static org.robolectric.Shadows.shadowOf;

import android.app.Activity;
import android.graphics.Bitmap;
import android.graphics.drawable.BitmapDrawable;
import android.os.Looper;
import android.os.SystemClock;
import android.view.InputDevice;
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

    BothSides app() {
        return (BothSides) activity().getApplication();
    }

    /** Turns the device. */
    void turn() {
        turnWithoutWaiting();
        settle();
    }

    void turnWithoutWaiting() {
        change(isWide() ? "+port" : "+land");
    }

    /** Changes the device's configuration, so that Android creates the screen anew. */
    void change(String qualifiers) {
        RuntimeEnvironment.setQualifiers(qualifiers);
        controller.configurationChange();
    }

    boolean isWide() {
        return activity().getResources().getConfiguration().orientation == 2;
    }

    /** Waits until pictures are read, models have answered, and everything is shown. */
    void settle() {
        BothSides app = app();
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

    /** Touches the pad with one finger. */
    void touch(int action, float[] point) {
        touch(action, new int[] {0}, point);
    }

    /** Touches the pad with several fingers: the point of each is at the same place as its number. */
    void touch(int action, int[] fingers, float[]... points) {
        MotionEvent.PointerProperties[] properties = new MotionEvent.PointerProperties[fingers.length];
        for (int place = 0; place < fingers.length; place++) {
            properties[place] = new MotionEvent.PointerProperties();
            properties[place].id = fingers[place];
        }
        long now = SystemClock.uptimeMillis();
        send(MotionEvent.obtain(now, now, action, fingers.length, properties, coordinates(points), 0, 0, 1, 1, 0, 0,
                InputDevice.SOURCE_TOUCHSCREEN, 0));
    }

    /** Moves the finger by one event that carries all points, as Android sends what happened between two frames. */
    void moveAtOnce(float[]... points) {
        long now = SystemClock.uptimeMillis();
        MotionEvent.PointerCoords first = coordinates(points[0])[0];
        MotionEvent event = MotionEvent.obtain(now, now, MotionEvent.ACTION_MOVE, first.x, first.y, 0);
        for (int place = 1; place < points.length; place++) {
            event.addBatch(now + place, coordinates(points[place]), 0);
        }
        send(event);
    }

    /** Sends an event to the whole window, as Android does: the views above the pad may take it. */
    private void send(MotionEvent event) {
        activity().dispatchTouchEvent(event);
        event.recycle();
    }

    /** Where points of the pad are in the window. */
    private MotionEvent.PointerCoords[] coordinates(float[]... points) {
        View pad = activity().findViewById(R.id.pad);
        int[] corner = new int[2];
        pad.getLocationInWindow(corner);
        MotionEvent.PointerCoords[] coordinates = new MotionEvent.PointerCoords[points.length];
        for (int place = 0; place < points.length; place++) {
            coordinates[place] = new MotionEvent.PointerCoords();
            coordinates[place].x = corner[0] + points[place][0] * pad.getWidth();
            coordinates[place].y = corner[1] + points[place][1] * pad.getWidth();
        }
        return coordinates;
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
