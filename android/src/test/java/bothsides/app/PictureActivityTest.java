package bothsides.app;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
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
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowActivity.IntentForResult;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Properties;
import java.util.function.Supplier;

/** The screen for pictures: what the gallery and the camera return, and what they may get wrong. */
@RunWith(AppRunner.class)
@Config(sdk = 35, qualifiers = "w400dp-h800dp")
public class PictureActivityTest {
    private static final Uri URI = Uri.parse("content://gallery/1");

    private Screen<PictureActivity> screen;

    @Before
    public void open() {
        screen = Screen.open(PictureActivity.class);
    }

    @Test
    public void thePhotoModelIsTheFirstChoice() throws IOException {
        choose(Files.example("espresso.jpg"));
        assertEquals("espresso", screen.label());
        assertEquals("espresso", screen.rows()[0][0]);
        assertFalse("it has no published front end", screen.shows(R.id.frame));
    }

    @Test
    public void everyExampleGetsTheLabelOfTheServer() throws IOException {
        Properties labels = Files.labels();
        assertTrue(labels.toString(), labels.size() >= 10);
        for (String name : labels.stringPropertyNames()) {
            screen.choose(name.startsWith("digit") ? 0 : 1);
            choose(Files.example(name));
            assertEquals(name, labels.getProperty(name), screen.label());
        }
    }

    @Test
    public void aPictureOfTheModelsSizeIsNotChanged() {
        Bitmap picture = Files.quarters(224, 224);
        choose(Files.png(picture));
        assertTrue(picture.sameAs(screen.image(R.id.picture)));
    }

    @Test
    public void theWholePictureIsResizedWhateverItsShape() {
        choose(Files.png(Files.quarters(1000, 300)));
        assertQuarters(0, 1, 2, 3);
    }

    @Test
    public void transparencyIsWhite() {
        choose(Files.png(Bitmap.createBitmap(300, 300, Bitmap.Config.ARGB_8888)));
        assertEquals(Color.WHITE, screen.image(R.id.picture).getPixel(100, 100));
        screen.choose(0);
        assertEquals("The picture is blank.", screen.label());
        assertFalse(screen.shows(R.id.likeliest));
    }

    @Test
    public void everyOrientationIsTurned() {
        byte[] jpeg = Files.jpeg(Files.quarters(400, 240));
        int[][] expected = {
            {0, 1, 2, 3}, {1, 0, 3, 2}, {3, 2, 1, 0}, {2, 3, 0, 1},
            {0, 2, 1, 3}, {2, 0, 3, 1}, {3, 1, 2, 0}, {1, 3, 0, 2},
        };
        for (int orientation = 1; orientation <= 8; orientation++) {
            choose(Files.oriented(jpeg, orientation));
            assertQuarters(expected[orientation - 1]);
        }
    }

    @Test
    public void aLargePhotographIsReadAtASmallerSize() {
        choose(Files.jpeg(Files.quarters(6000, 4000)));
        assertQuarters(0, 1, 2, 3);
    }

    @Test
    public void tooManyPixelsAreRefusedBeforeTheyAreDecoded() {
        choose(Files.pngHeader(30_000, 20_000));
        assertEquals("A picture may have at most 120000000 pixels. This one has 30000 x 20000.", screen.label());
    }

    @Test
    public void tooManyBytesAreRefusedWhileTheyArrive() {
        choose(Files::endless);
        assertTrue(screen.label(), screen.label().startsWith("The file of a picture may have at most 64000000 bytes."));
        assertEquals(0, screen.activity().getCacheDir().list().length);
    }

    @Test
    public void aFileThatIsNoPictureIsRefused() {
        choose("not a picture".getBytes());
        assertEquals("The file is not a picture that can be read. It has 13 bytes.", screen.label());
        choose(new byte[0]);
        assertEquals("The file of the picture has 0 bytes.", screen.label());
    }

    @Test
    public void aWithdrawnPermissionIsNamed() {
        choose(() -> {
            throw new SecurityException("Permission Denial: reading content://gallery/1");
        });
        assertEquals("This app is not allowed to open that: Permission Denial: reading content://gallery/1",
                screen.label());
    }

    @Test
    public void aStreamThatBreaksIsNamed() {
        choose(() -> new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the card was removed");
            }
        });
        assertEquals("The picture could not be read: the card was removed", screen.label());
    }

    @Test
    public void afterAProblemTheNextPictureIsRead() throws IOException {
        choose(new byte[0]);
        choose(Files.example("espresso.jpg"));
        assertEquals("espresso", screen.label());
    }

    @Test
    public void withoutAGalleryOrACameraTheScreenSaysSo() {
        shadowOf(screen.activity().getApplication()).checkActivities(true);
        screen.press(R.id.gallery);
        assertEquals("No app on this device offers pictures.", screen.label());
        screen.press(R.id.camera);
        assertEquals("No app on this device takes photographs.", screen.label());
    }

    @Test
    public void theGalleryIsAskedForOnePicture() {
        screen.press(R.id.gallery);
        Intent intent = shadowOf(screen.activity()).getNextStartedActivityForResult().intent;
        assertEquals(Intent.ACTION_GET_CONTENT, intent.getAction());
        assertEquals("image/*", intent.getType());
        assertTrue(intent.hasCategory(Intent.CATEGORY_OPENABLE));
    }

    @Test
    public void nothingHappensIfThePersonGoesBack() {
        screen.press(R.id.gallery);
        receive(Activity.RESULT_CANCELED, null);
        assertEquals("Nothing to read yet.", screen.label());
    }

    @Test
    public void aResultWithoutAPictureIsNamed() {
        screen.press(R.id.gallery);
        receive(Activity.RESULT_OK, null);
        assertEquals("The other app returned no picture.", screen.label());
        screen.press(R.id.gallery);
        receive(Activity.RESULT_OK, new Intent());
        assertEquals("The other app returned no picture.", screen.label());
    }

    @Test
    public void theCamerasPhotographIsReadAndThenRemoved() throws IOException {
        takePhotograph(Files.oriented(Files.jpeg(Files.quarters(800, 600)), 6));
        assertQuarters(2, 0, 3, 1);
        assertFalse(PhotoProvider.file(screen.activity()).exists());
    }

    @Test
    public void aCameraThatWritesNothingIsNamed() {
        screen.press(R.id.camera);
        receive(Activity.RESULT_OK, null);
        assertEquals("There is no picture at content://bothsides.app.photo/photo.", screen.label());
    }

    @Test
    public void aTurnOfTheDeviceLosesNothing() throws IOException {
        choose(Files.example("espresso.jpg"));
        Bitmap picture = screen.image(R.id.picture);
        screen.choose(0);
        String label = screen.label();
        screen.turn();
        assertEquals(label, screen.label());
        assertTrue(picture.sameAs(screen.image(R.id.picture)));
        screen.choose(1);
        assertEquals("espresso", screen.label());
    }

    @Test
    public void aProblemIsStillNamedAfterATurn() {
        screen.choose(0);
        choose(new byte[0]);
        screen.turn();
        assertEquals("The file of the picture has 0 bytes.", screen.label());
        screen.choose(1);
        assertEquals("Nothing to read yet.", screen.label());
    }

    @Test
    public void aPictureThatIsBeingReadSurvivesATurn() throws IOException {
        byte[] bytes = Files.example("espresso.jpg");
        shadowOf(screen.activity().getContentResolver()).registerInputStreamSupplier(URI, () -> Files.stream(bytes));
        screen.press(R.id.gallery);
        IntentForResult asked = shadowOf(screen.activity()).getNextStartedActivityForResult();
        shadowOf(screen.activity()).receiveResult(asked.intent, Activity.RESULT_OK, new Intent().setData(URI));
        assertEquals("Reading the picture…", screen.label());
        screen.turn();
        assertEquals("espresso", screen.label());
    }

    @Test
    public void theCamerasPhotographArrivesAfterATurn() throws IOException {
        screen.press(R.id.camera);
        IntentForResult asked = shadowOf(screen.activity()).getNextStartedActivityForResult();
        write(asked.intent.getParcelableExtra(MediaStore.EXTRA_OUTPUT), Files.jpeg(Files.quarters(300, 300)));
        screen.turn();
        screen.activity().onActivityResult(asked.requestCode, Activity.RESULT_OK, null);
        screen.settle();
        assertQuarters(0, 1, 2, 3);
    }

    private void choose(byte[] file) {
        choose(() -> Files.stream(file));
    }

    private void choose(Supplier<InputStream> file) {
        shadowOf(screen.activity().getContentResolver()).registerInputStreamSupplier(URI, file);
        screen.press(R.id.gallery);
        receive(Activity.RESULT_OK, new Intent().setData(URI));
    }

    private void takePhotograph(byte[] file) throws IOException {
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
    private void write(Uri output, byte[] file) throws IOException {
        ParcelFileDescriptor opened = screen.activity().getContentResolver().openFileDescriptor(output, "w");
        assertNotNull(opened);
        try (OutputStream stream = new ParcelFileDescriptor.AutoCloseOutputStream(opened)) {
            stream.write(file);
        }
    }

    private void receive(int result, Intent data) {
        IntentForResult asked = shadowOf(screen.activity()).getNextStartedActivityForResult();
        shadowOf(screen.activity()).receiveResult(asked.intent, result, data);
        screen.settle();
    }

    private void assertQuarters(int... colours) {
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
