package bothsides.app;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.robolectric.Shadows.shadowOf;

import android.app.Activity;
import android.app.Instrumentation;
import android.content.Context;
import android.content.Intent;
import android.os.Bundle;
import android.os.IBinder;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.annotation.Config;
import org.robolectric.util.ReflectionHelpers;

import java.io.IOException;
import java.io.InputStream;

/** The screen for pictures: what other apps may get wrong is named, and the next picture is read. */
@RunWith(AppRunner.class)
@Config(sdk = 35, qualifiers = "w400dp-h800dp")
public class PictureProblemsTest extends PictureScreen {
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
    public void anAppThatFailsIsNamed() {
        choose(() -> {
            throw new IllegalStateException("the gallery has crashed");
        });
        assertEquals("That failed: java.lang.IllegalStateException: the gallery has crashed", screen.label());
    }

    @Test
    public void afterAProblemTheNextPictureIsRead() throws IOException {
        choose(new byte[0]);
        choose(() -> {
            throw new IllegalStateException("the gallery has crashed");
        });
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

    /** An administrator of the device may have taken the permission from the app that takes photographs. */
    @Test
    public void aCameraThatIsNotAllowedIsNamed() {
        ReflectionHelpers.setField(Activity.class, screen.activity(), "mInstrumentation", new Instrumentation() {
            @Override
            public ActivityResult execStartActivity(Context who, IBinder thread, IBinder token, Activity target,
                    Intent intent, int request, Bundle options) {
                throw new SecurityException("Permission Denial: android.media.action.IMAGE_CAPTURE");
            }
        });
        screen.press(R.id.camera);
        assertEquals("This app is not allowed to open that: Permission Denial: android.media.action.IMAGE_CAPTURE",
                screen.label());
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
    public void aCameraThatWritesNothingIsNamed() {
        screen.press(R.id.camera);
        receive(Activity.RESULT_OK, null);
        assertEquals("There is no picture at content://bothsides.app.photo/photo.", screen.label());
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
    public void anAnswerOnItsWayDoesNotReplaceALaterSentence() throws IOException {
        choose(Files.example("espresso.jpg"));
        shadowOf(screen.activity().getApplication()).checkActivities(true);
        screen.activity().ask();
        screen.press(R.id.camera);
        assertEquals("No app on this device takes photographs.", screen.label());
    }
}
