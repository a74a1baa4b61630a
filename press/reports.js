// What the program reports, as the page shows it.

const account = 'import-report.md'; // written by every import

// The warnings of an import. Their files are gone, so they lead to the account of it, as a last message does.
export const toMessages = diagnostics => [
    ...diagnostics.map(each => ({ ...each, opens: account })),
    { severity: 'note', what: 'what the import repaired, removed or left out is written down here', path: account, line: 0, column: 0 },
];

// Whether the program ended, or an answer was not made, for lack of memory. Names of files are in messages, too.
export const isOutOfMemory = error => error instanceof RangeError || /^Aborted|^There is not enough memory/.test(error.message);
