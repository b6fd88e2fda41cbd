package bothsides.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A `.tflite` file as the catalog describes it; its content is used only if size and SHA-256 are the catalog's. */
final class ModelFile {
    final String path;
    private final int bytes;
    private final String sha256;

    ModelFile(String path, int bytes, String sha256) {
        this.path = path;
        this.bytes = bytes;
        this.sha256 = sha256;
    }

    /**
     * Reads the whole file into memory that native code can use.
     *
     * The interpreter only checks the outer structure of a file, so a damaged one could crash the process.
     */
    ByteBuffer read(InputStream content) throws IOException, Problem {
        ByteBuffer file = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
        MessageDigest digest = newDigest();
        byte[] block = new byte[1 << 16];
        long received = 0;
        for (int read; (read = content.read(block)) != -1; ) {
            received += read;
            if (received > bytes) {
                throw new Problem(R.string.problem_model_bytes, path, bytes, received);
            }
            digest.update(block, 0, read);
            file.put(block, 0, read);
        }
        if (received < bytes) {
            throw new Problem(R.string.problem_model_bytes, path, bytes, received);
        }
        String found = hexadecimal(digest.digest());
        if (!found.equals(sha256)) {
            throw new Problem(R.string.problem_model_hash, path, sha256, found);
        }
        file.rewind();
        return file;
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException error) {
            throw new IllegalStateException(error); // every Android has it
        }
    }

    private static String hexadecimal(byte[] hash) {
        StringBuilder text = new StringBuilder();
        for (byte value : hash) {
            text.append(Character.forDigit(value >> 4 & 0xf, 16)).append(Character.forDigit(value & 0xf, 16));
        }
        return text.toString();
    }
}
