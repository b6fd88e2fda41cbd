package bothsides.app;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** The APK's interpreter gives the labels of the server's LiteRT, for the same pixels. */
public class ReferenceTest {
    private static final int BYTES = Picture.SIDE * Picture.SIDE * 3;

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
                float[] found = network.run(pixels(reference));
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

    private static FloatBuffer pixels(DataInputStream reference) throws IOException {
        byte[] values = new byte[BYTES];
        reference.readFully(values);
        FloatBuffer rgb = ByteBuffer.allocateDirect(4 * BYTES).order(ByteOrder.nativeOrder()).asFloatBuffer();
        for (byte value : values) {
            rgb.put(value & 0xff);
        }
        return rgb;
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
