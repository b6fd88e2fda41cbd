package bothsides.app;

/** What a model said about one picture. */
final class Answer {
    /** How many labels are shown. */
    static final int LIKELIEST = 3;

    final Model model;
    final float[] probabilities;
    /** How long the interpreter took. */
    final double milliseconds;
    /** What the front end made of the picture; null if the model has no published front end. */
    final float[] frame;
    /** Places of the likeliest labels, the likeliest first. */
    final int[] likeliest;

    Answer(Model model, float[] probabilities, double milliseconds, float[] frame) {
        this.model = model;
        this.probabilities = probabilities;
        this.milliseconds = milliseconds;
        this.frame = frame;
        this.likeliest = likeliest(probabilities);
    }

    /** Whether the picture was blank: the model then gives every label the same probability. */
    boolean isBlank() {
        float least = Float.MAX_VALUE;
        for (float probability : probabilities) {
            least = Math.min(least, probability);
        }
        return probabilities[likeliest[0]] - least <= model.blank;
    }

    String label() {
        return model.labels.get(likeliest[0]);
    }

    private static int[] likeliest(float[] probabilities) {
        int[] places = new int[Math.min(LIKELIEST, probabilities.length)];
        boolean[] taken = new boolean[probabilities.length];
        for (int rank = 0; rank < places.length; rank++) {
            int best = -1;
            for (int place = 0; place < probabilities.length; place++) {
                if (!taken[place] && (best < 0 || probabilities[place] > probabilities[best])) {
                    best = place;
                }
            }
            taken[best] = true;
            places[rank] = best;
        }
        return places;
    }
}
