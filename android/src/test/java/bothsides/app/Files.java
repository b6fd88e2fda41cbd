package bothsides.app;

import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.graphics.Color;
import android.graphics.Paint;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Properties;
import java.util.zip.CRC32;

/** Files of pictures as other apps may give them, good and bad. */
final class Files {
    /** Colours of the quarters of `quarters`: above left, above right, below left, below right. */
    static final int[] COLOURS = {Color.RED, Color.GREEN, Color.BLUE, Color.BLACK};

    private Files() {}

    static byte[] example(String name) throws IOException {
        return java.nio.file.Files.readAllBytes(Path.of(System.getProperty("examples"), name));
    }

    /** The examples, and the labels that the server gives to them. */
    static Properties labels() throws IOException {
        Properties labels = new Properties();
        try (Reader file = java.nio.file.Files.newBufferedReader(Path.of(System.getProperty("labels")))) {
            labels.load(file);
        }
        return labels;
    }

    /** A picture of four colours. */
    static Bitmap quarters(int width, int height) {
        Bitmap bitmap = Bitmap.createBitmap(width, height, Bitmap.Config.ARGB_8888);
        Canvas canvas = new Canvas(bitmap);
        Paint paint = new Paint();
        for (int quarter = 0; quarter < 4; quarter++) {
            paint.setColor(COLOURS[quarter]);
            float left = quarter % 2 * width / 2f;
            float top = quarter / 2 * height / 2f;
            canvas.drawRect(left, top, left + width / 2f, top + height / 2f, paint);
        }
        return bitmap;
    }

    static byte[] jpeg(Bitmap bitmap) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bitmap.compress(Bitmap.CompressFormat.JPEG, 95, bytes);
        return bytes.toByteArray();
    }

    static byte[] png(Bitmap bitmap) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bitmap.compress(Bitmap.CompressFormat.PNG, 100, bytes);
        return bytes.toByteArray();
    }

    /** The JPEG with EXIF data that say how to turn it. */
    static byte[] oriented(byte[] jpeg, int orientation) {
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + 36);
        file.put(jpeg, 0, 2);
        file.putShort((short) 0xffe1).putShort((short) 34).put("Exif\0\0".getBytes());
        file.put("MM".getBytes()).putShort((short) 42).putInt(8); // the header of TIFF, whose first directory follows
        file.putShort((short) 1).putShort((short) 0x112).putShort((short) 3).putInt(1);
        file.putShort((short) orientation).putShort((short) 0).putInt(0);
        file.put(jpeg, 2, jpeg.length - 2);
        return file.array();
    }

    /** A PNG whose header promises more pixels than the file has. */
    static byte[] pngHeader(int width, int height) {
        ByteBuffer head = ByteBuffer.allocate(17);
        head.put("IHDR".getBytes()).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(head.array());
        ByteBuffer file = ByteBuffer.allocate(64);
        file.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}).putInt(13).put(head.array());
        file.putInt((int) sum.getValue()).putInt(0x1000).put("IDAT".getBytes());
        return file.array();
    }

    static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    /** A file that never ends. */
    static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] block, int start, int length) {
                return length;
            }
        };
    }
}
