/* Leads browsers that are too old for the screen to the page for old televisions, with the secret and the options. */
'use strict'
if (!(window.CSS && CSS.supports && CSS.supports('color', 'light-dark(red, red)')))
  location.replace(location.pathname.replace(/\/screen\/?$/, '/tv') + location.search + location.hash)
