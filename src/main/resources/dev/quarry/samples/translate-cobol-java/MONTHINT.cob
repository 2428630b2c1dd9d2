       IDENTIFICATION DIVISION.
       PROGRAM-ID. MONTHINT.
      *    CREDITS A MONTH'S INTEREST TO EACH ACCOUNT, OR CHARGES IT.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT ACCT-FILE ASSIGN TO "ACCOUNTS.DAT"
               ORGANIZATION IS LINE SEQUENTIAL
               FILE STATUS IS WS-STATUS.
       DATA DIVISION.
       FILE SECTION.
       FD  ACCT-FILE.
       01  ACCT-REC.
           05  AC-NUMBER        PIC X(8).
           05  AC-TYPE          PIC X.
               88  AC-SAVINGS   VALUE "S".
               88  AC-BUSINESS  VALUE "B".
           05  AC-BALANCE       PIC S9(9)V99 SIGN TRAILING SEPARATE.
       WORKING-STORAGE SECTION.
       01  WS-STATUS            PIC XX.
       01  WS-EOF               PIC X      VALUE "N".
           88  END-OF-FILE      VALUE "Y".
       01  WS-RATE              PIC 9V9(4).
       01  WS-INTEREST          PIC S9(9)V99.
       01  WS-TOTAL             PIC S9(11)V99 VALUE ZERO.
       01  WS-COUNT             PIC 9(6)   VALUE ZERO.
       01  WS-SKIPPED           PIC 9(6)   VALUE ZERO.
       01  PRINT-LINE.
           05  PL-NUMBER        PIC X(8).
           05  PL-BALANCE       PIC Z(11)9.99-.
           05  PL-INTEREST      PIC Z(11)9.99-.
       PROCEDURE DIVISION.
       MAIN-PARA.
           OPEN INPUT ACCT-FILE
           IF WS-STATUS NOT = "00"
               DISPLAY "CANNOT OPEN ACCOUNTS.DAT: " WS-STATUS
               MOVE 8 TO RETURN-CODE
               STOP RUN
           END-IF
           PERFORM READ-PARA
           PERFORM UNTIL END-OF-FILE
               IF (AC-SAVINGS OR AC-BUSINESS) AND AC-BALANCE NUMERIC
                   PERFORM INTEREST-PARA
               ELSE
                   ADD 1 TO WS-SKIPPED
               END-IF
               PERFORM READ-PARA
           END-PERFORM
           CLOSE ACCT-FILE
           MOVE "TOTAL" TO PL-NUMBER
           MOVE WS-COUNT TO PL-BALANCE
           MOVE WS-TOTAL TO PL-INTEREST
           DISPLAY PRINT-LINE
           DISPLAY "SKIPPED " WS-SKIPPED
           STOP RUN.
       INTEREST-PARA.
           EVALUATE TRUE
               WHEN AC-BALANCE < 0        MOVE 0.1490 TO WS-RATE
               WHEN AC-BUSINESS           MOVE 0.0050 TO WS-RATE
               WHEN AC-BALANCE >= 100000  MOVE 0.0425 TO WS-RATE
               WHEN AC-BALANCE >= 10000   MOVE 0.0310 TO WS-RATE
               WHEN OTHER                 MOVE 0.0125 TO WS-RATE
           END-EVALUATE
           COMPUTE WS-INTEREST ROUNDED = AC-BALANCE * WS-RATE / 12
           ADD WS-INTEREST TO WS-TOTAL
           ADD 1 TO WS-COUNT
           ADD WS-INTEREST TO AC-BALANCE
           MOVE AC-NUMBER TO PL-NUMBER
           MOVE AC-BALANCE TO PL-BALANCE
           MOVE WS-INTEREST TO PL-INTEREST
           DISPLAY PRINT-LINE.
       READ-PARA.
           READ ACCT-FILE
               AT END SET END-OF-FILE TO TRUE
           END-READ.
