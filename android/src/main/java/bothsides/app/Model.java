package bothsides.app;

import java.util.List;

/** A model of the app, as the catalog describes it. */
final class Model {
    final String title;
    /** `digit` or `photo`. */
    final String task;
    final List<String> labels;
    /** A picture is blank if no two probabilities differ by more than this; negative if the model cannot tell. */
    final double blank;
    /** Whether the published front end shows what this model sees. */
    final boolean hasFrontEnd;
    final ModelFile file;

    Model(String title, String task, List<String> labels, double blank, boolean hasFrontEnd, ModelFile file) {
        this.title = title;
        this.task = task;
        this.labels = labels;
        this.blank = blank;
        this.hasFrontEnd = hasFrontEnd;
        this.file = file;
    }
}
