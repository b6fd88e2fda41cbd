package bothsides.app;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;
import static org.robolectric.Shadows.shadowOf;

import android.app.Activity;
import android.content.Intent;
import android.graphics.Bitmap;
import android.graphics.Color;
import android.net.Uri;
import android.os.ParcelFileDescriptor;
import android.provider.MediaStore;

import org.junit.Before;
import org.robolectric.shadows.ShadowActivity.IntentForResult;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** The screen for pictures, with an app that offers a picture and one that takes a photograph. */
abstract class PictureScreen {
    static final Uri URI = Uri.parse("content://gallery/1");

    Screen<PictureActivity> screen;

    @Before
    public void open() {
        screen = Screen.open(PictureActivity.class);
    }

    /** Chooses a picture that an app begins to give when the result is counted down. The screen does not wait for it. */
    CountDownLatch chooseSlowly(byte[] file) {
        CountDownLatch slow = new CountDownLatch(1);
        shadowOf(screen.activity().getContentResolver()).registerInputStreamSupplier(URI, () -> {
            try {
                slow.await();
            } catch (InterruptedException error) {
                throw new IllegalStateException(error);
            }
            return Files.stream(file);
        });
        screen.press(R.id.gallery);
        IntentForResult asked = shadowOf(screen.activity()).getNextStartedActivityForResult();
        shadowOf(screen.activity()).receiveResult(asked.intent, Activity.RESULT_OK, new Intent().setData(URI));
        return slow;
    }

    void choose(byte[] file) {
        choose(() -> Files.stream(file));
    }

    void choose(Supplier<InputStream> file) {
        shadowOf(screen.activity().getContentResolver()).registerInputStreamSupplier(URI, file);
        screen.press(R.id.gallery);
        receive(Activity.RESULT_OK, new Intent().setData(URI));
    }

    void takePhotograph(byte[] file) throws IOException {
        screen.press(R.id.camera);
        Intent intent = shadowOf(screen.activity()).peekNextStartedActivityForResult().intent;
        assertEquals(MediaStore.ACTION_IMAGE_CAPTURE, intent.getAction());
        assertTrue((intent.getFlags() & Intent.FLAG_GRANT_WRITE_URI_PERMISSION) != 0);
        Uri output = intent.getParcelableExtra(MediaStore.EXTRA_OUTPUT);
        assertEquals(output, intent.getClipData().getItemAt(0).getUri());
        write(output, file);
        receive(Activity.RESULT_OK, null);
    }

    /** Writes as the camera's app does: by the provider of the app. */
    void write(Uri output, byte[] file) throws IOException {
        ParcelFileDescriptor opened = screen.activity().getContentResolver().openFileDescriptor(output, "w");
        assertNotNull(opened);
        try (OutputStream stream = new ParcelFileDescriptor.AutoCloseOutputStream(opened)) {
            stream.write(file);
        }
    }

    void receive(int result, Intent data) {
        IntentForResult asked = shadowOf(screen.activity()).getNextStartedActivityForResult();
        shadowOf(screen.activity()).receiveResult(asked.intent, result, data);
        screen.settle();
    }

    void assertQuarters(int... colours) {
        Bitmap picture = screen.image(R.id.picture);
        assertEquals(224, picture.getWidth());
        assertEquals(224, picture.getHeight());
        for (int quarter = 0; quarter < 4; quarter++) {
            int found = picture.getPixel(56 + quarter % 2 * 112, 56 + quarter / 2 * 112);
            int expected = Files.COLOURS[colours[quarter]];
            int difference = Math.abs(Color.red(found) - Color.red(expected))
                    + Math.abs(Color.green(found) - Color.green(expected))
                    + Math.abs(Color.blue(found) - Color.blue(expected));
            assertTrue("quarter " + quarter + ": " + Integer.toHexString(found), difference < 30);
        }
    }
}
