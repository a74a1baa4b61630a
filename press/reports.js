// What the program reports, as the page shows it.

const account = 'import-report.md'; // written by every import

const more = count => count === 0 ? '' : ` (and in ${count} more place${count === 1 ? '' : 's'})`;

// Joins warnings and notes that say the same of several places, as the command line does: the first remains, with the count.
// `places` has them all.
export function joined(messages) {
    const groups = new Map();
    messages.forEach((each, index) => {
        const key = each.severity === 'error' ? index : `${each.severity} ${each.what}`;
        if (!groups.has(key)) groups.set(key, []);
        groups.get(key).push(each);
    });
    return [...groups.values()].map(same => same.length === 1 ? same[0]
        : { ...same[0], what: same[0].what + more(same.length - 1), places: same });
}

// The warnings of an import. Their files are gone, so they lead to the account of it, as a last message does. What is said
// of many places is said once, with their number: the warning of a file that was cut off is the last.
export function toMessages(diagnostics) {
    return [
        ...joined(diagnostics).map(each => ({ ...each, places: each.places?.map(place => ({ ...place, opens: account })), opens: account })),
        { severity: 'note', what: 'what the import repaired, removed or left out is written down here', path: account, line: 0, column: 0 },
    ];
}

// What is said of names that Windows cannot store, [{ name, why }], before files with such names leave the press.
export function aboutNames(faults) {
    if (faults.length === 0) return '';
    const [{ name, why }] = faults;
    const others = faults.length === 1 ? '' : ` (and ${(faults.length - 1).toLocaleString('en')} more)`;
    return `Windows cannot store the file “${name}”${others}: ${why}. Rename it`;
}

// Whether the program ended, or an answer was not made, for lack of memory. Names of files are in messages, too.
export const isOutOfMemory = error => error instanceof RangeError || /^Aborted|^There is not enough memory/.test(error.message);
