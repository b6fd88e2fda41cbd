package bothsides.app;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.robolectric.Shadows.shadowOf;

import android.app.Activity;
import android.content.Intent;
import android.graphics.Bitmap;
import android.graphics.Color;
import android.os.Looper;
import android.provider.MediaStore;
import android.widget.Spinner;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowActivity.IntentForResult;

import java.io.IOException;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;

/** The screen for pictures: what the gallery and the camera return, and what a turn of the device keeps. */
@RunWith(AppRunner.class)
@Config(sdk = 35, qualifiers = "w400dp-h800dp")
public class PictureActivityTest extends PictureScreen {
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

    /** The side that decides how much smaller it is read is 2,500 times the other one. */
    @Test
    public void aLongNarrowPictureIsRead() {
        choose(Files.png(Files.quarters(20_000, 8)));
        assertQuarters(0, 1, 2, 3);
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
    public void theCamerasPhotographIsReadAndThenRemoved() throws IOException {
        takePhotograph(Files.oriented(Files.jpeg(Files.quarters(800, 600)), 6));
        assertQuarters(2, 0, 3, 1);
        assertFalse(PhotoProvider.file(screen.activity()).exists());
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
    public void aPictureThatIsBeingReadSurvivesATurn() throws IOException {
        CountDownLatch slow = chooseSlowly(Files.example("espresso.jpg"));
        assertEquals("Reading the picture…", screen.label());
        screen.turnWithoutWaiting();
        assertEquals("Reading the picture…", screen.label());
        slow.countDown();
        screen.settle();
        assertEquals("espresso", screen.label());
    }

    @Test
    public void aModelThatIsChosenMeanwhileAnswersThePictureThatIsBeingRead() throws IOException {
        choose(Files.png(Files.quarters(300, 300)));
        CountDownLatch slow = chooseSlowly(Files.example("espresso.jpg"));
        ((Spinner) screen.activity().findViewById(R.id.models)).setSelection(0);
        shadowOf(Looper.getMainLooper()).idle();
        assertEquals("Reading the picture…", screen.label());
        slow.countDown();
        screen.settle();
        assertTrue(screen.label(), screen.label().matches("\\d"));
        screen.choose(1);
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
}
