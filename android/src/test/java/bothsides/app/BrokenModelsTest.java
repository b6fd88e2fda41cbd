package bothsides.app;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A model file that is damaged, or not what the catalog says, is named and never run. */
@RunWith(AppRunner.class)
@Config(sdk = 35, qualifiers = "w400dp-h800dp", application = BrokenModels.class)
public class BrokenModelsTest {
    @Test
    public void everyDamageIsNamedAndTheScreenGoesOn() {
        Screen<DrawActivity> screen = Screen.open(DrawActivity.class);
        screen.draw(Screen.SEVEN);
        assertEquals("7", screen.label());
        Catalog catalog = screen.app().catalog();
        int labels = catalog.models.get(0).labels.size();
        int frame = catalog.frameSide * catalog.frameSide;
        String[] expected = {
            "The model file .*\\.tflite must have the SHA-256 0{64}, and has [0-9a-f]{64}\\.",
            "The model file .*\\.tflite must have \\d+ bytes, and has \\d+\\.",
            "The model file .*\\.tflite must have 1000 bytes, and has \\d+\\.",
            "The model file no\\.tflite is not in this app\\.",
            "The interpreter refused .*: The output must have 2 values and has " + labels + "\\.",
            "The interpreter refused .*: The output must have 2 values and has " + frame + "\\.",
            "The model file no_front_end\\.tflite is not in this app\\.",
        };
        for (int model = 1; model <= expected.length; model++) {
            screen.choose(model);
            assertTrue(screen.label(), screen.label().matches(expected[model - 1]));
        }
        screen.choose(0);
        assertEquals("7", screen.label());
    }

    @Test
    public void theInterpreterRefusesWhatIsNoModel() throws IOException {
        BothSides app = (BothSides) RuntimeEnvironment.getApplication();
        Path path = Path.of(System.getProperty("assets"), app.catalog().models.get(0).file.path);
        byte[] model = Files.readAllBytes(path);
        for (byte[] content : new byte[][] {new byte[1000], Arrays.copyOf(model, model.length / 2)}) {
            ByteBuffer file = ByteBuffer.allocateDirect(content.length).order(ByteOrder.nativeOrder());
            file.put(content).rewind();
            assertThrows(IllegalArgumentException.class, () -> new Network(file, 10));
        }
    }
}
