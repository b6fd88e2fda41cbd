package bothsides.app;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.robolectric.Shadows.shadowOf;

import android.graphics.Bitmap;
import android.graphics.Color;
import android.view.MotionEvent;

import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.annotation.Config;

/** The screen to draw: fingers, the answer, and what a turn of the device keeps. */
@RunWith(AppRunner.class)
@Config(sdk = 35, qualifiers = "w400dp-h800dp")
public class DrawActivityTest {
    private static final int COMPACT = 0;
    private static final int PHOTO = 1;

    private Screen<DrawActivity> screen;

    @Before
    public void open() {
        screen = Screen.open(DrawActivity.class);
    }

    @Test
    public void nothingIsAnsweredBeforeTheFirstStroke() {
        assertEquals("Nothing to read yet.", screen.label());
        assertFalse(screen.shows(R.id.likeliest));
        assertFalse(screen.shows(R.id.seen));
    }

    @Test
    public void aStrokeIsBlackOnTheWhitePictureThatTheModelGets() {
        screen.draw(Screen.ONE);
        Bitmap picture = screen.image(R.id.picture);
        assertEquals(224, picture.getWidth());
        assertEquals(224, picture.getHeight());
        assertEquals(Color.BLACK, picture.getPixel(112, 112));
        assertEquals(Color.WHITE, picture.getPixel(40, 112));
        assertEquals(Color.WHITE, picture.getPixel(112, 10));
    }

    @Test
    public void theModelReadsADrawnDigit() {
        screen.draw(Screen.SEVEN);
        assertEquals("7", screen.label());
        String[][] rows = screen.rows();
        assertEquals(3, rows.length);
        assertEquals("7", rows[0][0]);
        assertTrue(rows[0][1], rows[0][1].matches("\\d+\\.\\d %"));
        assertTrue(screen.text(R.id.time), screen.text(R.id.time).matches("\\d+\\.\\d ms on this device"));
    }

    @Test
    public void theFrontEndShowsWhatTheModelSaw() {
        screen.draw(Screen.ONE);
        Bitmap frame = screen.image(R.id.frame);
        assertTrue(screen.shows(R.id.frame));
        assertEquals(28, frame.getWidth());
        assertEquals(Color.BLACK, frame.getPixel(0, 0));
        assertTrue(Color.red(frame.getPixel(14, 14)) + Color.red(frame.getPixel(13, 14)) > 200);
    }

    @Test
    public void theOtherModelAnswersTheSameDrawing() {
        screen.draw(Screen.SEVEN);
        screen.choose(PHOTO);
        assertFalse(screen.label(), screen.label().matches("\\d"));
        assertFalse("it has no published front end", screen.shows(R.id.frame));
        screen.choose(COMPACT);
        assertEquals("7", screen.label());
    }

    @Test
    public void undoAndClearRemoveStrokes() {
        screen.draw(Screen.ONE);
        screen.draw(Screen.SEVEN);
        screen.press(R.id.undo);
        assertEquals("1", screen.label());
        screen.press(R.id.clear);
        assertEquals("Nothing to read yet.", screen.label());
        assertNull(screen.activity().picture());
        screen.press(R.id.undo);
        assertEquals("Nothing to read yet.", screen.label());
    }

    @Test
    public void aTurnOfTheDeviceLosesNothing() {
        screen.draw(Screen.SEVEN);
        screen.choose(PHOTO);
        String label = screen.label();
        DrawActivity before = screen.activity();
        Bitmap picture = screen.image(R.id.picture);
        screen.turn();
        assertTrue(screen.isWide());
        assertTrue("it is another screen", before != screen.activity());
        assertEquals(label, screen.label());
        assertTrue(picture.sameAs(screen.image(R.id.picture)));
        screen.choose(COMPACT);
        assertEquals("7", screen.label());
        screen.press(R.id.undo);
        assertEquals("Nothing to read yet.", screen.label());
    }

    @Test
    public void aStrokeThatIsBeingDrawnSurvivesATurn() {
        screen.touch(MotionEvent.ACTION_DOWN, Screen.ONE[0]);
        screen.touch(MotionEvent.ACTION_MOVE, Screen.ONE[4]);
        screen.turn();
        assertEquals("1", screen.label());
    }

    @Test
    public void aTapIsADot() {
        screen.draw(new float[] {0.5f, 0.5f});
        assertEquals(Color.BLACK, screen.image(R.id.picture).getPixel(112, 112));
    }

    @Test
    public void aFullDrawingSaysSo() {
        Strokes strokes = ((DrawPad) screen.activity().findViewById(R.id.pad)).strokes();
        strokes.begin(0.5f, 0.2f);
        for (int point = 1; point < Strokes.MAX_POINTS; point++) {
            strokes.add(0.5f, 0.2f + 0.6f * point / Strokes.MAX_POINTS);
        }
        screen.touch(MotionEvent.ACTION_MOVE, Screen.ONE[0]);
        String full = "A drawing may have at most 20000 points. Clear it to draw more.";
        assertEquals(full, screen.label());
        screen.turn();
        assertEquals(full, screen.label());
        screen.choose(PHOTO);
        screen.choose(COMPACT);
        assertEquals("every point is still there", "1", screen.label());
    }

    @Test
    public void thePageDoesNotScrollUnderTheFinger() {
        screen.touch(MotionEvent.ACTION_DOWN, Screen.ONE[0]);
        assertTrue(shadowOf((android.view.ViewGroup) screen.activity().findViewById(R.id.pad).getParent())
                .getDisallowInterceptTouchEvent());
    }

    @Test
    public void theOtherScreenOpens() {
        screen.press(R.id.to_picture);
        assertEquals(PictureActivity.class.getName(),
                shadowOf(screen.activity()).getNextStartedActivity().getComponent().getClassName());
    }
}
