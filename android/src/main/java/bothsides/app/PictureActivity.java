package bothsides.app;

import android.content.ActivityNotFoundException;
import android.content.ClipData;
import android.content.Intent;
import android.graphics.Bitmap;
import android.graphics.BitmapFactory;
import android.net.Uri;
import android.os.Bundle;
import android.provider.MediaStore;
import android.view.View;

import java.io.ByteArrayOutputStream;
import java.io.File;

/** The second screen: a picture comes from the gallery or the camera, each by an app of the system. */
public final class PictureActivity extends AnswerActivity {
    static final int FROM_GALLERY = 1;
    static final int FROM_CAMERA = 2;

    private static final String PICTURE = "picture";
    private static final String READING = "reading";

    private Bitmap picture;
    /** What is being read; after a turn of the device it is read again. */
    private Uri reading;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        create(R.layout.activity_picture, "photo", state);
        findViewById(R.id.gallery).setOnClickListener(new View.OnClickListener() {
            @Override
            public void onClick(View button) {
                open(new Intent(Intent.ACTION_GET_CONTENT).addCategory(Intent.CATEGORY_OPENABLE).setType("image/*"),
                        FROM_GALLERY, R.string.problem_no_gallery);
            }
        });
        findViewById(R.id.camera).setOnClickListener(new View.OnClickListener() {
            @Override
            public void onClick(View button) {
                open(camera(), FROM_CAMERA, R.string.problem_no_camera);
            }
        });
        findViewById(R.id.to_draw).setOnClickListener(new View.OnClickListener() {
            @Override
            public void onClick(View button) {
                finish();
            }
        });
        if (state != null) {
            picture = unpacked(state.getByteArray(PICTURE));
        }
    }

    @Override
    protected void onPostCreate(Bundle state) {
        super.onPostCreate(state);
        Uri unfinished = state == null ? null : state.<Uri>getParcelable(READING);
        if (unfinished != null) {
            read(unfinished);
        }
    }

    @Override
    protected void onSaveInstanceState(Bundle state) {
        super.onSaveInstanceState(state);
        state.putByteArray(PICTURE, packed(picture));
        state.putParcelable(READING, reading);
    }

    @Override
    protected void onActivityResult(int request, int result, Intent data) {
        if (result != RESULT_OK) {
            return;
        }
        Uri uri = request == FROM_CAMERA ? PhotoProvider.uri(this) : data == null ? null : data.getData();
        if (uri == null) {
            onProblem(new Problem(R.string.problem_no_picture));
        } else {
            read(uri);
        }
    }

    @Override
    Bitmap picture() {
        return picture;
    }

    /** While a picture is read, the question waits for it. */
    @Override
    void ask() {
        if (reading == null) {
            super.ask();
        }
    }

    private void open(Intent intent, int request, int problem) {
        try {
            startActivityForResult(intent, request);
        } catch (ActivityNotFoundException error) {
            onProblem(new Problem(problem));
        } catch (SecurityException error) { // an administrator may have taken the permission from the camera's app
            onProblem(new Problem(R.string.problem_denied, error.getMessage()));
        }
    }

    private Intent camera() {
        PhotoProvider.file(this).delete(); // or an old photograph could be taken for a new one
        Uri uri = PhotoProvider.uri(this);
        Intent intent = new Intent(MediaStore.ACTION_IMAGE_CAPTURE).putExtra(MediaStore.EXTRA_OUTPUT, uri);
        intent.setClipData(ClipData.newRawUri(null, uri)); // the flag below grants what is in the clip
        return intent.addFlags(Intent.FLAG_GRANT_WRITE_URI_PERMISSION | Intent.FLAG_GRANT_READ_URI_PERMISSION);
    }

    private void read(final Uri uri) {
        reading = uri;
        final PictureReader reader =
                new PictureReader(getContentResolver(), new File(getCacheDir(), "reading"));
        say(getString(R.string.reading));
        app().pictures().start(new Worker.Task<Bitmap>() {
            @Override
            Bitmap work() throws Problem {
                return reader.read(uri);
            }

            @Override
            void done(Bitmap read) {
                if (!isDestroyed() && uri == reading) {
                    reading = null;
                    picture = read;
                    PhotoProvider.file(PictureActivity.this).delete();
                    ask();
                }
            }

            @Override
            void failed(Problem problem) {
                if (!isDestroyed() && uri == reading) {
                    reading = null;
                    onProblem(problem);
                }
            }
        });
    }

    private static byte[] packed(Bitmap bitmap) {
        if (bitmap == null) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bitmap.compress(Bitmap.CompressFormat.PNG, 100, bytes);
        return bytes.toByteArray();
    }

    private static Bitmap unpacked(byte[] bytes) {
        return bytes == null ? null : BitmapFactory.decodeByteArray(bytes, 0, bytes.length);
    }
}
