package bothsides.app;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.robolectric.Shadows.shadowOf;

import android.graphics.Bitmap;
import android.graphics.Color;
import android.view.MotionEvent;
import android.view.View;

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
        int side = screen.app().catalog().frameSide;
        assertEquals(side, frame.getWidth());
        assertEquals(side, frame.getHeight());
        assertEquals(Color.BLACK, frame.getPixel(0, 0));
        int middle = side / 2;
        assertTrue(Color.red(frame.getPixel(middle, middle)) + Color.red(frame.getPixel(middle - 1, middle)) > 200);
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
        screen.draw(Screen.SEVEN);
        String full = "A drawing may have at most 20000 points. Clear it to draw more.";
        assertEquals(full, screen.label());
        screen.turn();
        assertEquals(full, screen.label());
        screen.choose(PHOTO);
        screen.choose(COMPACT);
        assertEquals("every point is still there", "1", screen.label());
    }

    @Test
    public void pointsBetweenTwoFramesAreDrawn() {
        screen.touch(MotionEvent.ACTION_DOWN, new float[] {0.2f, 0.2f});
        screen.moveAtOnce(new float[] {0.5f, 0.2f}, new float[] {0.8f, 0.2f}, new float[] {0.8f, 0.8f});
        screen.touch(MotionEvent.ACTION_UP, new float[] {0.8f, 0.8f});
        screen.settle();
        Bitmap picture = screen.image(R.id.picture);
        assertEquals(Color.BLACK, picture.getPixel(112, 45));
        assertEquals(Color.BLACK, picture.getPixel(179, 112));
        assertEquals(Color.WHITE, picture.getPixel(112, 112));
    }

    @Test
    public void theFirstFingerDrawsAndNoOther() {
        screen.draw(Screen.ONE);
        Bitmap expected = screen.image(R.id.picture);
        screen.press(R.id.clear);
        float[] elsewhere = {0.9f, 0.5f};
        int second = 1 << MotionEvent.ACTION_POINTER_INDEX_SHIFT;
        screen.touch(MotionEvent.ACTION_DOWN, Screen.ONE[0]);
        screen.touch(MotionEvent.ACTION_POINTER_DOWN | second, new int[] {0, 1}, Screen.ONE[0], elsewhere);
        for (int place = 1; place < Screen.ONE.length; place++) {
            screen.touch(MotionEvent.ACTION_MOVE, new int[] {1, 0}, elsewhere, Screen.ONE[place]);
        }
        screen.touch(MotionEvent.ACTION_POINTER_UP | second, new int[] {1, 0}, elsewhere, Screen.ONE[4]);
        screen.touch(MotionEvent.ACTION_MOVE, new int[] {1}, new float[] {0.1f, 0.9f});
        screen.touch(MotionEvent.ACTION_UP, new int[] {1}, new float[] {0.1f, 0.9f});
        screen.settle();
        assertTrue(expected.sameAs(screen.image(R.id.picture)));
    }

    @Test
    @Config(qualifiers = "w400dp-h500dp")
    public void thePageDoesNotScrollUnderTheFinger() {
        View pad = screen.activity().findViewById(R.id.pad);
        View page = (View) pad.getParent().getParent().getParent();
        assertTrue("the page is longer than the screen", page.canScrollVertically(1));
        screen.draw(Screen.ONE[4], Screen.ONE[2], Screen.ONE[0]);
        assertEquals(0, page.getScrollY());
        assertEquals("1", screen.label());
    }

    @Test
    public void theOtherScreenOpens() {
        screen.press(R.id.to_picture);
        assertEquals(PictureActivity.class.getName(),
                shadowOf(screen.activity()).getNextStartedActivity().getComponent().getClassName());
    }
}
