package bothsides.app;

import org.tensorflow.lite.DataType;
import org.tensorflow.lite.Interpreter;
import org.tensorflow.lite.Tensor;

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** One `.tflite` file in the interpreter: the RGB values of a picture in, the numbers of its only output out. */
final class Network implements Closeable {
    private static final int[] INPUT = {1, Picture.SIDE, Picture.SIDE, 3};
    /** Models that answer in milliseconds leave the other cores to the screen. */
    private static final int THREADS = 2;

    private final Interpreter interpreter;
    private final FloatBuffer output;

    /**
     * Opens a file.
     *
     * @throws IllegalArgumentException the file is not a model, or not one with this input and output.
     */
    Network(ByteBuffer file, int outputs) {
        interpreter = new Interpreter(file, new Interpreter.Options().setNumThreads(THREADS));
        try {
            check(interpreter.getInputTensor(0), INPUT);
            int found = check(interpreter.getOutputTensor(0), null).numElements();
            if (found != outputs) {
                throw new IllegalArgumentException(
                        "The output must have " + outputs + " values and has " + found + ".");
            }
        } catch (IllegalArgumentException error) {
            interpreter.close();
            throw error;
        }
        output = ByteBuffer.allocateDirect(4 * outputs).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    /** The output for a picture: `rgb` has a red, green and blue value of 0 to 255 for each pixel, row by row. */
    float[] run(FloatBuffer rgb) {
        rgb.rewind();
        output.rewind();
        interpreter.run(rgb, output);
        float[] values = new float[output.capacity()];
        output.rewind();
        output.get(values);
        return values;
    }

    @Override
    public void close() {
        interpreter.close();
    }

    private static Tensor check(Tensor tensor, int[] shape) {
        if (tensor.dataType() != DataType.FLOAT32 || shape != null && !Arrays.equals(tensor.shape(), shape)) {
            throw new IllegalArgumentException("The tensor " + tensor.name() + " must be FLOAT32"
                    + (shape == null ? "" : " " + Arrays.toString(shape))
                    + " and is " + tensor.dataType() + " " + Arrays.toString(tensor.shape()) + ".");
        }
        return tensor;
    }
}
