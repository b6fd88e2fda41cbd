package bothsides.app;

import android.content.Context;

import java.util.Arrays;

/** Why something could not be done: a text of the app, and the values that belong in it. */
final class Problem extends Exception {
    private static final long serialVersionUID = 1;

    private final int text;
    private final transient Object[] values;

    Problem(int text, Object... values) {
        super(Arrays.toString(values));
        this.text = text;
        this.values = values;
    }

    /** The sentence in the language of the context. */
    String in(Context context) {
        return context.getString(text, values);
    }
}
