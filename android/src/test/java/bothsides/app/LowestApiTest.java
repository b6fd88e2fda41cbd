package bothsides.app;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;
import static org.robolectric.Shadows.shadowOf;

import android.app.Activity;
import android.content.Intent;
import android.net.Uri;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.annotation.Config;

import java.io.IOException;

/** Both screens on API 24. Robolectric draws no pixels there, so the answers themselves mean nothing. */
@RunWith(AppRunner.class)
@Config(sdk = 24, qualifiers = "w400dp-h800dp")
public class LowestApiTest {
    @Test
    public void aDrawingIsAnsweredAndSurvivesATurn() {
        Screen<DrawActivity> screen = Screen.open(DrawActivity.class);
        assertEquals("Nothing to read yet.", screen.label());
        screen.draw(Screen.SEVEN);
        assertTrue(screen.text(R.id.time), screen.text(R.id.time).endsWith("ms on this device"));
        screen.turn();
        assertTrue(screen.text(R.id.time), screen.text(R.id.time).endsWith("ms on this device"));
        screen.press(R.id.undo);
        assertEquals("Nothing to read yet.", screen.label());
    }

    @Test
    public void aPhotographIsReadAndAnswered() throws IOException {
        read(Files.example("espresso.jpg"));
    }

    /** Its EXIF reader knows no PNG, and must not fail for it. */
    @Test
    public void aPictureWithoutExifDataIsReadAndAnswered() {
        read(Files.png(Files.quarters(300, 200)));
    }

    private static void read(byte[] file) {
        Screen<PictureActivity> screen = Screen.open(PictureActivity.class);
        Uri uri = Uri.parse("content://gallery/1");
        shadowOf(screen.activity().getContentResolver()).registerInputStreamSupplier(uri, () -> Files.stream(file));
        screen.press(R.id.gallery);
        shadowOf(screen.activity()).receiveResult(
                shadowOf(screen.activity()).getNextStartedActivityForResult().intent,
                Activity.RESULT_OK, new Intent().setData(uri));
        screen.settle();
        assertNotNull(screen.activity().picture());
        assertTrue(screen.text(R.id.time), screen.text(R.id.time).endsWith("ms on this device"));
    }
}
