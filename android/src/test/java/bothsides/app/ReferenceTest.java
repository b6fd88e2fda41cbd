package bothsides.app;

import static org.junit.Assert.assertEquals;

import android.graphics.Bitmap;
import android.graphics.Color;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.annotation.Config;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** The app's code from a bitmap to the probabilities gives the labels of the server's LiteRT, for the same pixels. */
@RunWith(AppRunner.class)
@Config(sdk = 35)
public class ReferenceTest {
    private static final int PIXELS = Picture.SIDE * Picture.SIDE;

    @Test
    public void everyPictureGetsTheLabelOfTheServer() throws IOException {
        try (DataInputStream reference = new DataInputStream(
                new BufferedInputStream(new FileInputStream(System.getProperty("reference"))))) {
            compare(reference, 300);
            compare(reference, 1);
            assertEquals(-1, reference.read());
        }
    }

    private void compare(DataInputStream reference, int least) throws IOException {
        byte[] name = new byte[reference.readInt()];
        int pictures = reference.readInt();
        int labels = reference.readInt();
        reference.readFully(name);
        assertEquals("pictures of " + new String(name), Math.max(least, pictures), pictures);
        double difference = 0;
        try (Network network = new Network(direct(Path.of(System.getProperty("assets"), new String(name))), labels)) {
            for (int picture = 0; picture < pictures; picture++) {
                float[] found = network.run(Picture.rgb(Picture.fit(bitmap(reference))));
                float[] expected = new float[labels];
                for (int label = 0; label < labels; label++) {
                    expected[label] = reference.readFloat();
                    difference = Math.max(difference, Math.abs(expected[label] - found[label]));
                }
                assertEquals("picture " + picture, best(expected), best(found));
            }
        }
        assertEquals("largest difference of a probability", 0, difference, 1e-3);
        System.out.printf("%s: %d pictures, largest difference of a probability %.1e%n",
                new String(name), pictures, difference);
    }

    private static Bitmap bitmap(DataInputStream reference) throws IOException {
        byte[] rgb = new byte[3 * PIXELS];
        reference.readFully(rgb);
        int[] pixels = new int[PIXELS];
        for (int pixel = 0; pixel < PIXELS; pixel++) {
            pixels[pixel] = Color.rgb(rgb[3 * pixel] & 0xff, rgb[3 * pixel + 1] & 0xff, rgb[3 * pixel + 2] & 0xff);
        }
        return Bitmap.createBitmap(pixels, Picture.SIDE, Picture.SIDE, Bitmap.Config.ARGB_8888);
    }

    private static ByteBuffer direct(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        ByteBuffer buffer = ByteBuffer.allocateDirect(content.length).order(ByteOrder.nativeOrder());
        buffer.put(content).rewind();
        return buffer;
    }

    private static int best(float[] values) {
        int best = 0;
        for (int place = 1; place < values.length; place++) {
            best = values[place] > values[best] ? place : best;
        }
        return best;
    }
}
