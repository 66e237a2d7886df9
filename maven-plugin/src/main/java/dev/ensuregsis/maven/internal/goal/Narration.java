package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.engine.event.GsiListener;
import dev.ensuregsis.maven.internal.console.Audience;
import dev.ensuregsis.maven.internal.console.ConsoleCharset;
import dev.ensuregsis.maven.internal.console.IndexLabels;
import dev.ensuregsis.maven.internal.console.Moment;
import dev.ensuregsis.maven.internal.console.RunTranscript;
import dev.ensuregsis.maven.internal.console.Symbols;
import dev.ensuregsis.maven.internal.console.WaitingBoard;
import dev.ensuregsis.maven.internal.option.WaitingOptions;
import dev.ensuregsis.maven.internal.report.Chronicle;

/**
 * Tells a run to the person who runs it, as it goes, and to the chronicle that its report is made of.
 *
 * @param labels what its indexes are called
 * @param audience who reads it
 * @param chronicle what is kept for the report
 */
record Narration(IndexLabels labels, Audience audience, Chronicle chronicle) {

    GsiListener listener(WaitingOptions options, Invocation invocation) {
        var interval = options.progressInterval() == null ? audience.interval() : options.progressInterval();
        var transcript = new RunTranscript(
                Symbols.in(ConsoleCharset.detect(System::getProperty)),
                new WaitingBoard(interval, audience, labels),
                labels,
                audience);
        var clock = Moment.clock();
        return event -> {
            var now = clock.get();
            chronicle.note(event, now.wall());
            invocation.console().print(transcript.lines(event, now));
        };
    }
}
