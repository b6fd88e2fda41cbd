package bothsides.app;

import android.content.res.AssetManager;
import android.graphics.Bitmap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/** Answers pictures with one model at a time. Only the newest question is answered. */
final class Recognizer {
    interface Listener {
        void onAnswer(Answer answer, Bitmap picture);

        void onProblem(Problem problem);
    }

    private final AssetManager assets;
    private final Catalog catalog;
    private final Worker worker;
    /** Number of the newest question. */
    private volatile int newest;
    private Listener waiting;

    // these are used by the worker's thread alone
    private Model opened;
    private Network network;
    private Network frontEnd;

    Recognizer(AssetManager assets, Catalog catalog, Worker worker) {
        this.assets = assets;
        this.catalog = catalog;
        this.worker = worker;
    }

    /** Asks a model about a picture of the models' size. A question that waits is replaced by this one. */
    void ask(final Model model, final Bitmap picture, final Listener listener) {
        final int number = ++newest;
        waiting = listener;
        worker.start(new Worker.Task<Answer>() {
            @Override
            Answer work() throws Problem {
                return number == newest ? answer(model, picture) : null;
            }

            @Override
            void done(Answer answer) {
                if (number == newest && waiting == listener) {
                    listener.onAnswer(answer, picture);
                }
            }

            @Override
            void failed(Problem problem) {
                if (number == newest && waiting == listener) {
                    listener.onProblem(problem);
                }
            }
        });
    }

    /** The thread of the models. */
    Worker worker() {
        return worker;
    }

    /** Sends nothing more to a listener, whose screen is closed or has nothing to ask. */
    void forget(Listener listener) {
        if (waiting == listener) {
            waiting = null;
            newest++;
        }
    }

    private Answer answer(Model model, Bitmap picture) throws Problem {
        open(model);
        FloatBuffer rgb = Picture.rgb(picture);
        long began = System.nanoTime();
        float[] probabilities = network.run(rgb);
        double milliseconds = (System.nanoTime() - began) / 1e6;
        return new Answer(model, probabilities, milliseconds, model.hasFrontEnd ? frontEnd.run(rgb) : null);
    }

    private void open(Model model) throws Problem {
        if (model == opened) {
            return;
        }
        if (network != null) {
            network.close();
            network = null;
            opened = null;
        }
        network = network(model.file, model.labels.size());
        if (model.hasFrontEnd && frontEnd == null) {
            frontEnd = network(catalog.frontEnd, catalog.frameSide * catalog.frameSide);
        }
        opened = model;
    }

    private Network network(ModelFile file, int outputs) throws Problem {
        try (InputStream content = assets.open(file.path)) {
            ByteBuffer read = file.read(content);
            return new Network(read, outputs);
        } catch (IOException error) {
            throw new Problem(R.string.problem_model_missing, file.path);
        } catch (IllegalArgumentException | IllegalStateException error) {
            throw new Problem(R.string.problem_model, file.path, error.getMessage());
        } catch (LinkageError error) { // such as a library that this processor's memory pages do not take
            throw new Problem(R.string.problem_interpreter, error.getMessage());
        }
    }
}
