// Runs before the page is painted: a theme that was chosen goes before that of the system.
try {
  const theme = localStorage.getItem('kb-theme');
  if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme;
} catch {
  // A browser that keeps nothing follows the system.
}
document.documentElement.classList.add('js');
