package bothsides.app;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.annotation.Config;

/** A device that refuses the interpreter's library, as one with memory pages of 16 KB may: the screen says so. */
@RunWith(AppRunner.class)
@Config(sdk = 35, qualifiers = "w400dp-h800dp")
public class MissingInterpreterTest {
    @Test
    public void theScreenNamesTheReasonAndGoesOn() {
        Screen<DrawActivity> screen = Screen.open(DrawActivity.class);
        for (int stroke = 0; stroke < 2; stroke++) {
            screen.draw(Screen.SEVEN);
            assertTrue(screen.label(), screen.label().matches(
                    "(?s)The interpreter could not be loaded on this device: .*libtensorflowlite_jni\\.so.*"));
        }
        screen.press(R.id.clear);
        assertEquals("Nothing to read yet.", screen.label());
    }
}
