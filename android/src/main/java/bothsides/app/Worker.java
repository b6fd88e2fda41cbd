package bothsides.app;

import android.os.Handler;
import android.os.Looper;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A thread for what takes long, so that the screen never waits. Its tasks run one after the other. */
final class Worker {
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Handler screen = new Handler(Looper.getMainLooper());

    /** Something to do, and what follows from it on the thread of the screen. */
    abstract static class Task<T> {
        /** Runs on the worker's thread. A result of null means that nobody waits for it any more. */
        abstract T work() throws Problem;

        abstract void done(T result);

        abstract void failed(Problem problem);
    }

    <T> void start(final Task<T> task) {
        thread.execute(new Runnable() {
            @Override
            public void run() {
                perform(task);
            }
        });
    }

    /** Waits until everything started before has been done. For tests. */
    void await() throws InterruptedException, ExecutionException {
        thread.submit(new Runnable() {
            @Override
            public void run() {}
        }).get();
    }

    private <T> void perform(final Task<T> task) {
        T result = null;
        Problem problem = null;
        try {
            result = task.work();
        } catch (Problem expected) {
            problem = expected;
        } catch (RuntimeException | OutOfMemoryError error) { // files of others are decoded here
            problem = new Problem(R.string.problem_unexpected, error.toString());
        }
        final T found = result;
        final Problem why = problem;
        screen.post(new Runnable() {
            @Override
            public void run() {
                if (why != null) {
                    task.failed(why);
                } else if (found != null) {
                    task.done(found);
                }
            }
        });
    }
}
