package bothsides.app;

import android.content.Context;
import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.util.AttributeSet;
import android.view.MotionEvent;
import android.view.View;

/** The square to draw on. The first finger draws; others are ignored. */
public final class DrawPad extends View {
    interface Listener {
        void onDrawn();

        /** The drawing has `Strokes.MAX_POINTS` points. */
        void onFull();
    }

    /** Most of the screen's height that the pad takes, so that the answer can be seen beside it or below. */
    private static final float HEIGHT = 0.6f;
    private static final int NO_FINGER = -1;

    private final Strokes strokes = new Strokes();
    /** Identifies the finger that draws. Its index in an event changes when another finger is lifted. */
    private int finger = NO_FINGER;
    private Listener listener;

    public DrawPad(Context context, AttributeSet attributes) {
        super(context, attributes);
    }

    void setListener(Listener listener) {
        this.listener = listener;
    }

    Strokes strokes() {
        return strokes;
    }

    void clear() {
        strokes.clear();
        changed();
    }

    void undo() {
        strokes.undo();
        changed();
    }

    /** The drawing at the models' size; null if there is none. */
    Bitmap picture() {
        if (strokes.isEmpty()) {
            return null;
        }
        Bitmap picture = Bitmap.createBitmap(Picture.SIDE, Picture.SIDE, Bitmap.Config.ARGB_8888);
        strokes.draw(new Canvas(picture), Picture.SIDE);
        return picture;
    }

    @Override
    public boolean onTouchEvent(MotionEvent event) {
        switch (event.getActionMasked()) {
            case MotionEvent.ACTION_DOWN:
                getParent().requestDisallowInterceptTouchEvent(true); // or the page would scroll under the finger
                finger = event.getPointerId(0);
                drawn(strokes.begin(share(event.getX()), share(event.getY())));
                break;
            case MotionEvent.ACTION_MOVE:
                int index = event.findPointerIndex(finger);
                if (index >= 0) {
                    drawn(addAll(event, index));
                }
                break;
            case MotionEvent.ACTION_POINTER_UP:
                if (event.getPointerId(event.getActionIndex()) == finger) {
                    lift();
                }
                break;
            case MotionEvent.ACTION_UP:
            case MotionEvent.ACTION_CANCEL:
                lift();
                break;
            default:
        }
        return true;
    }

    @Override
    protected void onDraw(Canvas canvas) {
        strokes.draw(canvas, getWidth());
    }

    @Override
    protected void onMeasure(int width, int height) {
        int most = (int) (HEIGHT * getResources().getDisplayMetrics().heightPixels);
        int side = Math.min(MeasureSpec.getSize(width), most);
        setMeasuredDimension(side, side);
    }

    /** Android puts the points between two frames into the history of an event. */
    private boolean addAll(MotionEvent event, int index) {
        boolean fits = true;
        for (int past = 0; past < event.getHistorySize(); past++) {
            fits &= strokes.add(share(event.getHistoricalX(index, past)), share(event.getHistoricalY(index, past)));
        }
        return fits & strokes.add(share(event.getX(index)), share(event.getY(index)));
    }

    private void lift() {
        finger = NO_FINGER;
        strokes.end();
    }

    private void drawn(boolean fits) {
        if (fits) {
            changed();
        } else {
            invalidate(); // some points of the event may have had room
            listener.onFull();
        }
    }

    private float share(float coordinate) {
        return coordinate / Math.max(1, getWidth());
    }

    private void changed() {
        invalidate();
        listener.onDrawn();
    }
}
