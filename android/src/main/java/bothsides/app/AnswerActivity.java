package bothsides.app;

import android.app.Activity;
import android.graphics.Bitmap;
import android.os.Bundle;
import android.view.View;
import android.widget.AdapterView;
import android.widget.ArrayAdapter;
import android.widget.Spinner;

import java.util.ArrayList;
import java.util.List;

/** What both screens have in common: a picker of models, and the answer to a picture. */
abstract class AnswerActivity extends Activity implements Recognizer.Listener {
    private static final String MODEL = "model";

    private List<Model> models;
    private Spinner picker;
    private AnswerPanel panel;
    /** Place of the model that was asked last. */
    private int asked = -1;
    /** What is shown instead of an answer. */
    private Problem shown;

    /** The picture to answer, at the models' size; null if there is none yet. */
    abstract Bitmap picture();

    /** Creates the screen. Without a saved state the first model of that task is chosen. */
    void create(int layout, String task, Bundle state) {
        setContentView(layout);
        models = app().catalog().models;
        panel = new AnswerPanel(this);
        picker = (Spinner) findViewById(R.id.models);
        ArrayAdapter<String> titles = new ArrayAdapter<>(this, android.R.layout.simple_spinner_item, titles());
        titles.setDropDownViewResource(android.R.layout.simple_spinner_dropdown_item);
        picker.setAdapter(titles);
        picker.setSelection(state == null ? first(task) : state.getInt(MODEL));
        picker.setOnItemSelectedListener(new AdapterView.OnItemSelectedListener() {
            @Override
            public void onItemSelected(AdapterView<?> parent, View view, int position, long id) {
                if (position != asked) { // Android also reports the choice with which a screen begins
                    ask();
                }
            }

            @Override
            public void onNothingSelected(AdapterView<?> parent) {}
        });
    }

    @Override
    protected void onPostCreate(Bundle state) {
        super.onPostCreate(state);
        ask();
        Problem before = (Problem) getLastNonConfigurationInstance();
        if (before != null) {
            onProblem(before);
        }
    }

    @Override
    protected void onSaveInstanceState(Bundle state) {
        super.onSaveInstanceState(state);
        state.putInt(MODEL, picker.getSelectedItemPosition());
    }

    /** A problem outlives a turn of the device, as an answer does. */
    @Override
    public Object onRetainNonConfigurationInstance() {
        return shown;
    }

    @Override
    protected void onDestroy() {
        app().recognizer().forget(this);
        super.onDestroy();
    }

    /** Asks the chosen model about the picture of now. */
    void ask() {
        asked = picker.getSelectedItemPosition();
        Bitmap picture = picture();
        if (picture == null) {
            say(getString(R.string.nothing));
        } else {
            app().recognizer().ask(models.get(asked), picture, this);
        }
    }

    @Override
    public void onAnswer(Answer answer, Bitmap picture) {
        shown = null;
        panel.show(answer, picture, app().catalog().frameSide);
    }

    @Override
    public void onProblem(Problem problem) {
        say(problem.in(this));
        shown = problem;
    }

    /** Shows a sentence instead of an answer. An answer that is still on its way would replace it, so it is dropped. */
    void say(String sentence) {
        app().recognizer().forget(this);
        shown = null;
        panel.say(sentence);
    }

    BothSides app() {
        return (BothSides) getApplication();
    }

    private List<String> titles() {
        List<String> titles = new ArrayList<>();
        for (Model model : models) {
            int text = model.task.equals("digit") ? R.string.model_digit : R.string.model_photo;
            titles.add(getString(text, model.title));
        }
        return titles;
    }

    private int first(String task) {
        for (int place = 0; place < models.size(); place++) {
            if (models.get(place).task.equals(task)) {
                return place;
            }
        }
        return 0;
    }
}
