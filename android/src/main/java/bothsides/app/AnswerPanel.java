package bothsides.app;

import android.app.Activity;
import android.graphics.Bitmap;
import android.graphics.drawable.BitmapDrawable;
import android.view.View;
import android.view.ViewGroup;
import android.widget.ImageView;
import android.widget.ProgressBar;
import android.widget.TextView;

/** The part of a screen that shows an answer: the label, the likeliest three, the time, and what the model saw. */
final class AnswerPanel {
    private static final int FULL_BAR = 1000;

    private final Activity screen;
    private final TextView label;
    private final TextView time;
    private final ViewGroup rows;
    private final View seen;
    private final ImageView picture;
    private final ImageView frame;

    AnswerPanel(Activity screen) {
        this.screen = screen;
        label = (TextView) screen.findViewById(R.id.label);
        time = (TextView) screen.findViewById(R.id.time);
        rows = (ViewGroup) screen.findViewById(R.id.likeliest);
        seen = screen.findViewById(R.id.seen);
        picture = (ImageView) screen.findViewById(R.id.picture);
        frame = (ImageView) screen.findViewById(R.id.frame);
    }

    /** Shows a sentence and no answer. */
    void say(String sentence) {
        label.setText(sentence);
        time.setText("");
        rows.setVisibility(View.INVISIBLE);
        seen.setVisibility(View.INVISIBLE);
    }

    void show(Answer answer, Bitmap given, int frameSide) {
        boolean blank = answer.isBlank();
        label.setText(blank ? screen.getString(R.string.blank) : answer.label());
        time.setText(screen.getString(R.string.time, answer.milliseconds));
        rows.setVisibility(blank ? View.INVISIBLE : View.VISIBLE);
        for (int rank = 0; rank < Answer.LIKELIEST; rank++) {
            showRow(rows.getChildAt(rank), answer, rank);
        }
        seen.setVisibility(View.VISIBLE);
        picture.setImageBitmap(given);
        frame.setVisibility(answer.frame == null ? View.INVISIBLE : View.VISIBLE);
        if (answer.frame != null) {
            BitmapDrawable pixels =
                    new BitmapDrawable(screen.getResources(), Picture.frame(answer.frame, frameSide));
            pixels.setFilterBitmap(false); // its pixels are what is to be seen
            frame.setImageDrawable(pixels);
        }
    }

    private void showRow(View row, Answer answer, int rank) {
        boolean exists = rank < answer.likeliest.length;
        row.setVisibility(exists ? View.VISIBLE : View.INVISIBLE);
        if (exists) {
            int place = answer.likeliest[rank];
            float probability = answer.probabilities[place];
            ((TextView) row.findViewById(R.id.row_label)).setText(answer.model.labels.get(place));
            ((ProgressBar) row.findViewById(R.id.row_bar)).setProgress(Math.round(FULL_BAR * probability));
            ((TextView) row.findViewById(R.id.row_share))
                    .setText(screen.getString(R.string.share, 100 * probability));
        }
    }
}
