package bothsides.app;

import android.content.ContentResolver;
import android.graphics.Bitmap;
import android.graphics.BitmapFactory;
import android.graphics.Matrix;
import android.media.ExifInterface;
import android.net.Uri;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Reads a picture of another app at the models' size. The limits come first, then the decoding. */
final class PictureReader {
    /** Largest file. The largest photographs of phones have about 50 million bytes. */
    static final int MAX_BYTES = 64_000_000;
    /** Largest picture. Phones take photographs of 12, 50 and 108 million pixels. */
    static final int MAX_PIXELS = 120_000_000;
    /** Most pixels in memory. */
    private static final int MAX_DECODED = 2048 * 2048;
    /** Longest side in memory: what draws a bitmap counts its pixels in 15 bits. */
    private static final int MAX_SIDE = 1 << 14;

    private final ContentResolver resolver;
    private final File copy;

    /** `copy` is a file of the app: a provider may give its bytes only once, and they are read three times. */
    PictureReader(ContentResolver resolver, File copy) {
        this.resolver = resolver;
        this.copy = copy;
    }

    /** The picture, turned as its EXIF data say, at the models' size. */
    Bitmap read(Uri uri) throws Problem {
        try {
            copy(uri);
            return decode();
        } catch (SecurityException error) {
            throw new Problem(R.string.problem_denied, error.getMessage());
        } catch (FileNotFoundException error) {
            throw new Problem(R.string.problem_gone, uri);
        } catch (IOException error) {
            throw new Problem(R.string.problem_read, error.getMessage());
        } finally {
            copy.delete();
        }
    }

    private void copy(Uri uri) throws IOException, Problem {
        try (InputStream content = resolver.openInputStream(uri)) {
            if (content == null) {
                throw new FileNotFoundException();
            }
            try (OutputStream file = new FileOutputStream(copy)) {
                byte[] block = new byte[1 << 16];
                long received = 0;
                for (int read; (read = content.read(block)) != -1; ) {
                    received += read;
                    if (received > MAX_BYTES) {
                        throw new Problem(R.string.problem_bytes, MAX_BYTES, received);
                    }
                    file.write(block, 0, read);
                }
                if (received == 0) {
                    throw new Problem(R.string.problem_empty);
                }
            }
        }
    }

    private Bitmap decode() throws Problem, IOException {
        BitmapFactory.Options options = new BitmapFactory.Options();
        options.inJustDecodeBounds = true;
        BitmapFactory.decodeFile(copy.getPath(), options);
        if (options.outWidth < 1 || options.outHeight < 1) {
            throw new Problem(R.string.problem_decode, copy.length());
        }
        if ((long) options.outWidth * options.outHeight > MAX_PIXELS) {
            throw new Problem(R.string.problem_pixels, MAX_PIXELS, options.outWidth, options.outHeight);
        }
        options.inJustDecodeBounds = false;
        options.inSampleSize = sampleSize(options.outWidth, options.outHeight);
        Bitmap bitmap = BitmapFactory.decodeFile(copy.getPath(), options);
        if (bitmap == null) {
            throw new Problem(R.string.problem_decode, copy.length());
        }
        return turned(Picture.fit(bitmap));
    }

    /** The power of two that makes the picture small enough, but leaves a narrow one as many rows as there is room for. */
    private static int sampleSize(int width, int height) {
        int size = 1;
        while (Math.max(width, height) / size > MAX_SIDE
                || (long) (width / size) * (height / size) > MAX_DECODED) {
            size *= 2;
        }
        return size;
    }

    private Bitmap turned(Bitmap picture) throws IOException {
        Matrix matrix = new Matrix();
        int tag = new ExifInterface(copy.getPath())
                .getAttributeInt(ExifInterface.TAG_ORIENTATION, ExifInterface.ORIENTATION_NORMAL);
        switch (tag) {
            case ExifInterface.ORIENTATION_FLIP_HORIZONTAL:
                matrix.setScale(-1, 1);
                break;
            case ExifInterface.ORIENTATION_ROTATE_180:
                matrix.setRotate(180);
                break;
            case ExifInterface.ORIENTATION_FLIP_VERTICAL:
                matrix.setScale(1, -1);
                break;
            case ExifInterface.ORIENTATION_TRANSPOSE:
                matrix.setRotate(90);
                matrix.postScale(-1, 1);
                break;
            case ExifInterface.ORIENTATION_ROTATE_90:
                matrix.setRotate(90);
                break;
            case ExifInterface.ORIENTATION_TRANSVERSE:
                matrix.setRotate(-90);
                matrix.postScale(-1, 1);
                break;
            case ExifInterface.ORIENTATION_ROTATE_270:
                matrix.setRotate(-90);
                break;
            default:
                return picture;
        }
        return Bitmap.createBitmap(picture, 0, 0, picture.getWidth(), picture.getHeight(), matrix, false);
    }
}
