package org.mirrorbook.ui.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.commands.operations.DefaultOperationHistory;
import org.eclipse.core.commands.operations.UndoContext;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.mirrorbook.journal.JournalProblem;

class UserEditsTest {

    private final List<String> done = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<ICoreRunnable> jobs = new ArrayList<>();
    private final UserEdits edits = new UserEdits(new DefaultOperationHistory(), new UndoContext(), told::add, jobs::add);

    @Test
    void nothingIsDoneOnTheThreadOfTheCaller() throws CoreException {
        edits.perform("Note", () -> done.add("written"), () -> done.add("taken back"));
        assertThat(done).isEmpty();

        work();

        assertThat(done).containsExactly("written");
        assertThat(edits.undoable()).contains("Note");
        assertThat(edits.redoable()).isEmpty();
    }

    @Test
    void anUndoTakesTheLastEditBackAndARedoDoesItAgain() throws CoreException {
        edits.perform("Note", () -> done.add("written"), () -> done.add("taken back"));
        edits.undo();
        work();
        assertThat(edits.redoable()).contains("Note");

        edits.redo();
        work();

        assertThat(done).containsExactly("written", "taken back", "written");
        assertThat(edits.undoable()).contains("Note");
    }

    @Test
    void editsAreDoneInTheirOrderByOneJobAtATime() throws CoreException {
        edits.perform("One", () -> done.add("one"), () -> done.add("one back"));
        edits.perform("Two", () -> done.add("two"), () -> done.add("two back"));
        edits.undo();
        edits.undo();

        assertThat(jobs).hasSize(1);
        work();
        assertThat(done).containsExactly("one", "two", "two back", "one back");
    }

    @Test
    void anEditThatFailsIsToldByItsSentenceAndIsNotInTheHistory() throws CoreException {
        edits.perform("Picture", () -> {
            throw new JournalProblem(JournalProblem.Remedy.ASK_USER, "A picture has at most 10 MB.");
        }, () -> done.add("taken back"));
        edits.undo();
        work();

        assertThat(told).containsExactly("A picture has at most 10 MB.");
        assertThat(done).isEmpty();
        assertThat(edits.undoable()).isEmpty();
    }

    @Test
    void anUndoThatFailsCanBeTriedAgain() throws CoreException {
        var failing = new boolean[] {true};
        edits.perform("Tag", () -> done.add("tagged"), () -> {
            if (failing[0]) {
                throw new JournalProblem(JournalProblem.Remedy.RETRY, "The journal is busy.");
            }
            done.add("untagged");
        });
        edits.undo();
        work();
        assertThat(told).containsExactly("The journal is busy.");
        assertThat(edits.undoable()).contains("Tag");

        failing[0] = false;
        edits.undo();
        work();

        assertThat(done).containsExactly("tagged", "untagged");
    }

    @Test
    void whoAsksForAnEditMayHearOfItsFailureInsteadOfADialog() throws CoreException {
        var heard = new ArrayList<String>();
        edits.perform("Note", () -> {
            throw new JournalProblem(JournalProblem.Remedy.ASK_USER, "There is no such trade.");
        }, () -> done.add("taken back"), heard::add);
        work();

        assertThat(heard).containsExactly("There is no such trade.");
        assertThat(told).isEmpty();
    }

    private void work() throws CoreException {
        while (!jobs.isEmpty()) {
            jobs.removeFirst().run(new NullProgressMonitor());
        }
    }
}
