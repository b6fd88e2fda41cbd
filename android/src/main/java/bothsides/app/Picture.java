package bothsides.app;

import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.graphics.Color;
import android.graphics.Paint;
import android.graphics.Rect;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** A picture as the models take it: 224x224, and the RGB values of its pixels. This is all that the app computes. */
final class Picture {
    /** Side of the models' input, in pixels. */
    static final int SIDE = 224;

    private Picture() {}

    /** The whole picture at the models' size, whatever its shape, on white. The bitmap is not changed. */
    static Bitmap fit(Bitmap bitmap) {
        Bitmap small = halved(bitmap);
        Bitmap fitted = Bitmap.createBitmap(SIDE, SIDE, Bitmap.Config.ARGB_8888);
        Canvas canvas = new Canvas(fitted);
        canvas.drawColor(Color.WHITE);
        canvas.drawBitmap(small, null, new Rect(0, 0, SIDE, SIDE), new Paint(Paint.FILTER_BITMAP_FLAG));
        return fitted;
    }

    /** The red, green and blue values of each pixel, 0 to 255, row by row. */
    static FloatBuffer rgb(Bitmap fitted) {
        int[] pixels = new int[SIDE * SIDE];
        fitted.getPixels(pixels, 0, SIDE, 0, 0, SIDE, SIDE);
        FloatBuffer values =
                ByteBuffer.allocateDirect(4 * 3 * pixels.length).order(ByteOrder.nativeOrder()).asFloatBuffer();
        for (int pixel : pixels) {
            values.put(Color.red(pixel)).put(Color.green(pixel)).put(Color.blue(pixel));
        }
        values.rewind();
        return values;
    }

    /** What the front end returns, 0 (paper) to 1 (ink), as a grey picture. */
    static Bitmap frame(float[] ink, int side) {
        int[] pixels = new int[ink.length];
        for (int index = 0; index < pixels.length; index++) {
            int grey = Math.round(255 * Math.max(0, Math.min(1, ink[index])));
            pixels[index] = Color.rgb(grey, grey, grey);
        }
        return Bitmap.createBitmap(pixels, side, side, Bitmap.Config.ARGB_8888);
    }

    /** Halves each side while it stays large enough, so that the last step loses no pixel between its samples. */
    private static Bitmap halved(Bitmap bitmap) {
        Bitmap small = bitmap;
        while (small.getWidth() >= 2 * SIDE || small.getHeight() >= 2 * SIDE) {
            small = Bitmap.createScaledBitmap(small, half(small.getWidth()), half(small.getHeight()), true);
        }
        return small;
    }

    private static int half(int length) {
        return length >= 2 * SIDE ? length / 2 : length;
    }
}
