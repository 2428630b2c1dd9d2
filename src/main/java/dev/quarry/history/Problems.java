package dev.quarry.history;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What goes wrong with a database, in the user's words.
final class Problems {

    private Problems() {}

    private static int primaryCode(SQLException e) {
        return e instanceof SQLiteException sqlite ? sqlite.getResultCode().code & 0xff : -1;
    }

    /// Whether the file is no database, or a broken one.
    static boolean damaged(SQLException e) {
        var code = primaryCode(e);
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    /// Whether the same write may succeed later.
    static boolean passing(SQLException e) {
        var code = primaryCode(e);
        return code == SQLiteErrorCode.SQLITE_FULL.code
                || code == SQLiteErrorCode.SQLITE_IOERR.code
                || code == SQLiteErrorCode.SQLITE_READONLY.code
                || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || code == SQLiteErrorCode.SQLITE_BUSY.code
                || code == SQLiteErrorCode.SQLITE_LOCKED.code;
    }

    static String notWritten(SQLException e, Path file) {
        var code = primaryCode(e);
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return "The disk is full, so the history is not written for now. Make room on the disk of " + file
                    + "; what came is held in memory and written then.";
        }
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return "Another program holds the history in " + file
                    + ". What came is held in memory and written when it lets go.";
        }
        return "The history in " + file + " cannot be written for now. Check its folder and disk; what came is held in"
                + " memory and written when it can be.";
    }

    static String notOpened(Path file) {
        return "The history in " + file + " cannot be opened or written. Make its folder writable and start Quarry"
                + " again; until then runs are kept only while the window is open.";
    }

    static String newer(Path file) {
        return "The history in " + file + " was written by a newer Quarry and is left as it is. Update Quarry to use"
                + " it; until then runs are kept only while the window is open.";
    }

    static String movedAside(Path file, Path aside) {
        return "The history in " + file + " is damaged. It was moved to " + aside + ", and a new one was begun.";
    }

    static String noLibrary() {
        return "The history is not kept: SQLite could not be loaded on this machine. Check that the folder for"
                + " temporary files can be written and run from.";
    }
}
