package bothsides.app;

import android.graphics.Canvas;
import android.graphics.Color;
import android.graphics.Paint;
import android.graphics.Path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A drawing: strokes of points, each coordinate a share of the pad's side, so that no size of a screen is in it. */
final class Strokes {
    /** Most points of a drawing. A digit has some hundred; all of these fit into the state that Android saves. */
    static final int MAX_POINTS = 20_000;
    /** Width of a stroke as a share of the pad's side: about the relative width of strokes in MNIST. */
    private static final float WIDTH = 1 / 15f;
    /** Stands between two strokes in the saved numbers. */
    private static final float END = Float.NaN;

    private final List<float[]> strokes = new ArrayList<>();
    /** x and y of each point of the stroke that is being drawn. */
    private float[] points = new float[64];
    private int length;
    private int total;

    /** Starts a stroke at a point; false if the drawing is full. */
    boolean begin(float x, float y) {
        end();
        return add(x, y);
    }

    /** Continues the stroke; false if the drawing is full. */
    boolean add(float x, float y) {
        if (total == MAX_POINTS) {
            return false;
        }
        if (length + 2 > points.length) {
            points = Arrays.copyOf(points, 2 * points.length);
        }
        points[length++] = x;
        points[length++] = y;
        total++;
        return true;
    }

    /** Ends the stroke that is being drawn, if there is one. */
    void end() {
        if (length > 0) {
            strokes.add(Arrays.copyOf(points, length));
            length = 0;
        }
    }

    /** Removes the last stroke. */
    void undo() {
        end();
        if (!strokes.isEmpty()) {
            total -= strokes.remove(strokes.size() - 1).length / 2;
        }
    }

    void clear() {
        strokes.clear();
        length = 0;
        total = 0;
    }

    boolean isEmpty() {
        return total == 0;
    }

    /** Draws black on white into a square of that side. */
    void draw(Canvas canvas, int side) {
        canvas.drawColor(Color.WHITE);
        Paint ink = new Paint(Paint.ANTI_ALIAS_FLAG);
        ink.setColor(Color.BLACK);
        ink.setStyle(Paint.Style.STROKE);
        ink.setStrokeWidth(WIDTH * side);
        ink.setStrokeCap(Paint.Cap.ROUND);
        ink.setStrokeJoin(Paint.Join.ROUND);
        for (float[] stroke : strokes) {
            draw(canvas, stroke, stroke.length, side, ink);
        }
        draw(canvas, points, length, side, ink);
    }

    /** All strokes as numbers, for `restore`. */
    float[] save() {
        float[] saved = new float[2 * total + strokes.size() + 1];
        int place = 0;
        for (float[] stroke : strokes) {
            System.arraycopy(stroke, 0, saved, place, stroke.length);
            place += stroke.length;
            saved[place++] = END;
        }
        System.arraycopy(points, 0, saved, place, length);
        return Arrays.copyOf(saved, place + length);
    }

    /** Replaces the drawing by one that `save` returned. */
    void restore(float[] saved) {
        clear();
        for (int place = 0; place < saved.length; ) {
            if (Float.isNaN(saved[place])) {
                end();
                place++;
            } else {
                add(saved[place], saved[place + 1]);
                place += 2;
            }
        }
        end();
    }

    private static void draw(Canvas canvas, float[] stroke, int length, int side, Paint ink) {
        if (length == 2) {
            canvas.drawPoint(stroke[0] * side, stroke[1] * side, ink);
        } else if (length > 2) {
            Path path = new Path();
            path.moveTo(stroke[0] * side, stroke[1] * side);
            for (int place = 2; place < length; place += 2) {
                path.lineTo(stroke[place] * side, stroke[place + 1] * side);
            }
            canvas.drawPath(path, ink);
        }
    }
}
