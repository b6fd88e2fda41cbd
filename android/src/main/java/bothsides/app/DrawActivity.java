package bothsides.app;

import android.content.Intent;
import android.graphics.Bitmap;
import android.os.Bundle;
import android.view.View;

/** The first screen: a digit is drawn, and the model answers while it is drawn. */
public final class DrawActivity extends AnswerActivity implements DrawPad.Listener {
    private static final String STROKES = "strokes";

    private DrawPad pad;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        create(R.layout.activity_draw, "digit", state);
        pad = (DrawPad) findViewById(R.id.pad);
        pad.setListener(this);
        if (state != null) {
            pad.strokes().restore(state.getFloatArray(STROKES));
        }
        findViewById(R.id.clear).setOnClickListener(new View.OnClickListener() {
            @Override
            public void onClick(View button) {
                pad.clear();
            }
        });
        findViewById(R.id.undo).setOnClickListener(new View.OnClickListener() {
            @Override
            public void onClick(View button) {
                pad.undo();
            }
        });
        findViewById(R.id.to_picture).setOnClickListener(new View.OnClickListener() {
            @Override
            public void onClick(View button) {
                startActivity(new Intent(DrawActivity.this, PictureActivity.class));
            }
        });
    }

    @Override
    protected void onSaveInstanceState(Bundle state) {
        super.onSaveInstanceState(state);
        state.putFloatArray(STROKES, pad.strokes().save());
    }

    @Override
    Bitmap picture() {
        return pad.picture();
    }

    @Override
    public void onDrawn() {
        ask();
    }

    @Override
    public void onFull() {
        onProblem(new Problem(R.string.problem_points, Strokes.MAX_POINTS));
    }
}
