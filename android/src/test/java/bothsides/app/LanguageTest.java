package bothsides.app;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import android.content.res.Configuration;
import android.content.res.Resources;
import android.graphics.Color;
import android.util.TypedValue;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;

import java.lang.reflect.Field;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Both languages, and both themes. */
@RunWith(AppRunner.class)
@Config(sdk = 35, qualifiers = "w400dp-h800dp")
public class LanguageTest {
    @Test
    public void everyTextIsInBothLanguagesWithTheSameValues() throws IllegalAccessException {
        Resources english = in(Locale.ENGLISH);
        Resources korean = in(Locale.KOREAN);
        for (Field field : R.string.class.getFields()) {
            int text = field.getInt(null);
            assertEquals(field.getName(), values(english.getString(text)), values(korean.getString(text)));
            if (text != R.string.app && text != R.string.share) {
                assertNotEquals(field.getName(), english.getString(text), korean.getString(text));
            }
        }
    }

    @Test
    @Config(qualifiers = "+ko")
    public void theScreenSpeaksKorean() {
        Screen<DrawActivity> screen = Screen.open(DrawActivity.class);
        assertEquals("아직 읽을 그림이 없습니다.", screen.label());
        screen.draw(Screen.SEVEN);
        assertEquals("7", screen.label());
        assertTrue(screen.text(R.id.time), screen.text(R.id.time).startsWith("이 기기에서"));
    }

    @Test
    public void theDrawingSurvivesAChangeOfTheLanguage() {
        Screen<DrawActivity> screen = Screen.open(DrawActivity.class);
        screen.draw(Screen.SEVEN);
        screen.change("+ko");
        screen.settle();
        assertEquals("7", screen.label());
        assertEquals("지우기", screen.text(R.id.clear));
    }

    @Test
    public void theThemeIsLightByDay() {
        assertTrue(brightness() > 200);
    }

    @Test
    @Config(qualifiers = "+night")
    public void theThemeIsDarkByNight() {
        assertTrue(brightness() < 60);
        Screen<DrawActivity> screen = Screen.open(DrawActivity.class);
        screen.draw(Screen.SEVEN);
        assertEquals("the paper stays white", Color.WHITE, screen.image(R.id.picture).getPixel(0, 0));
        assertEquals("7", screen.label());
    }

    @Test
    public void theDrawingSurvivesTheFallOfTheNight() {
        Screen<DrawActivity> screen = Screen.open(DrawActivity.class);
        screen.draw(Screen.SEVEN);
        screen.change("+night");
        screen.settle();
        assertTrue(brightness(screen) < 60);
        assertEquals("7", screen.label());
    }

    private static int brightness() {
        return brightness(Screen.open(DrawActivity.class));
    }

    private static int brightness(Screen<DrawActivity> screen) {
        TypedValue background = new TypedValue();
        screen.activity().getTheme().resolveAttribute(android.R.attr.colorBackground, background, true);
        return Color.green(background.data);
    }

    private static Resources in(Locale locale) {
        Configuration configuration = new Configuration();
        configuration.setLocale(locale);
        return RuntimeEnvironment.getApplication().createConfigurationContext(configuration).getResources();
    }

    /** The places for values in a text, sorted. */
    private static String values(String text) {
        Matcher places = Pattern.compile("%\\d\\$[.\\w]*[a-z]").matcher(text);
        java.util.TreeSet<String> found = new java.util.TreeSet<>();
        while (places.find()) {
            found.add(places.group());
        }
        return found.toString();
    }
}
