// The page of the press: what a person gives goes to the worker, and what the worker makes is shown.
import { missing, whatWorks } from './needs.js';

document.documentElement.dataset.alive = 'yes'; // see old.js

const $ = id => document.getElementById(id);
const lacking = missing();

function say(text) { $('live').textContent = text; }

function complain(text) {
    $('problem').hidden = text === '';
    $('problem').querySelector('p').textContent = text;
}

$('problem').querySelector('button').addEventListener('click', () => complain(''));

if (lacking.length) {
    complain(`This browser cannot run the press. It lacks ${lacking.join('; ')}.\n${whatWorks}`);
    for (const each of $('drop').querySelectorAll('button')) each.disabled = true;
} else {
    const { Press } = await import('./press.js');
    new Press({ $, say, complain });
}
document.documentElement.dataset.ready = 'yes';
