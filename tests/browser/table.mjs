// Prints figures next to their budgets. They are for information and never fail a run.
export function print(title, rows) {
    console.log(`\n${title}`);
    const lines = [['', 'measured', 'budget', 'ratio'], ...rows.map(([name, value, budget, unit = '']) => [
        name, `${round(value)} ${unit}`.trim(), budget === undefined ? '' : `${budget} ${unit}`.trim(),
        budget ? (value / budget).toFixed(2) : '',
    ])];
    const widths = lines[0].map((_, column) => Math.max(...lines.map(line => line[column].length)));
    for (const line of lines) {
        console.log('  ' + line.map((cell, i) => i ? cell.padStart(widths[i]) : cell.padEnd(widths[i])).join('   '));
    }
}

const round = value => Number.isInteger(value) ? value.toLocaleString('en') : Number(value.toPrecision(3)).toLocaleString('en');

export const quantile = (values, part) => {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
};
