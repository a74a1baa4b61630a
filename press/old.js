// For browsers that cannot read the page's modules. Written in the oldest JavaScript.
addEventListener('load', function () {
    if (document.documentElement.getAttribute('data-alive')) return;
    var problem = document.getElementById('problem');
    problem.hidden = false;
    problem.querySelector('p').textContent = 'This browser is too old for the press, or could not load it whole. It works in Chrome and ' +
        'Edge 95, Firefox 114, Safari 16.4, and newer ones. The tool does the same on your own machine.';
});
