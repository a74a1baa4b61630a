// What the program reports, as the page shows it.

const account = 'import-report.md'; // written by every import

// The warnings of an import. Their files are gone, so they lead to the account of it, as a last message does. What is said
// of many places is said once, with their number: the warning of a file that was cut off is the last.
export function toMessages(diagnostics) {
    const groups = new Map();
    for (const each of diagnostics) {
        if (!groups.has(each.what)) groups.set(each.what, []);
        groups.get(each.what).push(each);
    }
    const more = count => count === 0 ? '' : ` (and in ${count} more place${count === 1 ? '' : 's'})`;
    return [
        ...[...groups.values()].map(same => ({ ...same[0], what: same[0].what + more(same.length - 1), opens: account })),
        { severity: 'note', what: 'what the import repaired, removed or left out is written down here', path: account, line: 0, column: 0 },
    ];
}

// Whether the program ended, or an answer was not made, for lack of memory. Names of files are in messages, too.
export const isOutOfMemory = error => error instanceof RangeError || /^Aborted|^There is not enough memory/.test(error.message);
