'use strict';
// Sorts a table by the column whose button is pressed: numbers with the best on top, texts by letters.
for (const table of document.querySelectorAll('table.sortable')) {
  const body = table.tBodies[0];
  const opposite = { ascending: 'descending', descending: 'ascending' };
  table.querySelectorAll('thead button').forEach((button, column) => {
    button.addEventListener('click', () => {
      const head = button.parentElement;
      const numeric = head.classList.contains('number');
      const first = head.dataset.first;
      const order = head.getAttribute('aria-sort') === first ? opposite[first] : first;
      for (const other of head.parentElement.children) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', order);
      const key = row => row.children[column].dataset.sort;
      const sign = order === 'ascending' ? 1 : -1;
      const compare = (a, b) => {
        if (!numeric) return sign * a.localeCompare(b);
        if (a === '' || b === '') return (a === '') - (b === ''); // what failed comes last
        return sign * (Number(a) - Number(b));
      };
      [...body.rows].sort((a, b) => compare(key(a), key(b))).forEach(row => body.append(row));
    });
  });
}
// Shows what is chosen alone; who has no script sees all of it.
for (const choice of document.querySelectorAll('.choice')) {
  const select = choice.querySelector('select');
  const show = () => {
    for (const option of choice.querySelectorAll('.option')) option.hidden = option.id !== select.value;
  };
  select.addEventListener('change', show);
  select.closest('.chooser').hidden = false;
  show();
}
// What is printed is read, so tables behind charts are opened.
window.addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details')) details.open = true;
});
