### Las palabras de Comptoir en español de España, en el orden de fr.ftl, que se escribe primero.
### Botones en infinitivo y sin punto; frases con «usted». Comillas « » sin espacio dentro, ¿ y ¡ al abrir, nada ante « : ; ! ? ».

## Menú principal y pie de la barra
app-name = Comptoir
menu-clients = Clientes
menu-invoices = Facturas
menu-expenses = Gastos
menu-products = Productos y servicios
menu-reports = Informes
menu-settings = Ajustes
menu-todo = Tareas pendientes
backup-at = Copia hecha a las { $time }
backup-on = Copia hecha: { $day }
backup-none = Nada que copiar
backup-done = Copia de seguridad hecha
backup-failed = La copia de seguridad ha fallado

## Páginas que están por llegar
later-invoices = Las facturas llegarán en una próxima versión. Sus clientes ya están listos.
later-expenses = Los gastos llegarán en una próxima versión.
later-products = Los productos y servicios llegarán con las facturas, en una próxima versión.
later-reports = Los informes llegarán con las facturas, en una próxima versión.

## Acciones, en todas partes
action-new-client = Nuevo cliente
action-save = Guardar
action-save-new = Guardar y nuevo
action-edit = Modificar
action-correct = Corregir
action-keep-anyway = Conservar así
action-back = Volver
action-close = Cerrar
action-cancel = Cancelar
action-archive = Archivar
action-unarchive = Reactivar
action-delete = Eliminar
action-import = Importar un archivo…
action-export = Exportar…
action-restore = Restaurar una copia…
action-try-example = Probar con un ejemplo
action-open-book = Abrir otro libro…
action-new-book = Nuevo libro…
action-back-up-now = Hacer una copia ahora
action-retry = Reintentar
action-save-copy = Guardar una copia…
action-redo-last = Rehacer
action-clear-search = Borrar la búsqueda
action-more = Más acciones
action-write = Escribir
action-note = Anotar

## Campos de un cliente
field-number = N.º de cliente
field-kind = Tipo de cliente
field-name = Nombre del cliente
field-company = Razón social
field-first-name = Nombre
field-last-name = Apellidos
field-contact = Contacto principal
field-contact-first-name = Nombre del contacto
field-contact-last-name = Apellidos del contacto
field-contact-role = Cargo
field-phone = Teléfono
field-mobile = Móvil
field-email = Correo electrónico
field-street = Dirección
field-street2 = Dirección (línea 2)
field-postcode = Código postal
field-city = Localidad
field-region = Provincia
field-country = País
field-siren = SIREN
field-siret = SIRET
field-siren-siret = SIREN o SIRET
field-vat-number = NIF-IVA
field-website = Sitio web
field-language = Idioma del cliente
field-terms = Condiciones de pago
field-other-id = Otro identificador
field-category = Categoría
field-categories = Categorías
field-attachments = Archivos adjuntos
field-attachment = Archivo adjunto
field-note = Nota
field-delivery-address = Dirección de entrega
field-contacts = Otros contactos
field-custom = Campos personalizados
field-status = Estado
field-data = Datos
field-recommended = recomendado
field-declined = Prefiere no facilitarlo
field-declined-of = Prefiere no facilitarlo: { $field }

## Tipos y estados
kind-company = Empresa
kind-individual = Particular
state-active = Activo
state-to-complete = Por completar
state-to-check = Por revisar
state-archived = Archivado
note-kind-note = nota
note-kind-call = llamada
note-kind-meeting = reunión
note-kind-agreement = acuerdo
note-kind-important-date = fecha importante

## Dudas: unas palabras a la derecha de la etiqueta, luego la frase entera
doubt-email-malformed-short = dirección incompleta
doubt-email-malformed = { $field }: no es una dirección completa.
doubt-email-typo-short = posible errata
doubt-email-typo = { $field }: ¿quizá { $meant }?
doubt-phone-malformed-short = cifra errónea
doubt-phone-malformed = { $field }: hay una cifra errónea o falta alguna.
doubt-postcode-short = ?
doubt-postcode-digits = { $field }: se esperan { $n } cifras.
doubt-postcode-like = { $field }: se espera algo como { $example }.
doubt-country-unknown-short = país desconocido
doubt-country-unknown = { $field }: no se conoce este nombre.
doubt-language-unknown-short = idioma desconocido
doubt-language-unknown = Idioma del cliente: no se conoce este nombre.
doubt-terms-unknown-short = no se entienden
doubt-terms-unknown = Condiciones de pago: se espera algo como 30 días, 45 días fin de mes, al contado.
doubt-registration-length-short = 9 o 14 cifras
doubt-registration-length = SIREN o SIRET: se esperan 9 o 14 cifras.
doubt-siren-short = cifra errónea
doubt-siren = SIREN: hay una cifra errónea o falta alguna.
doubt-siret-short = cifra errónea
doubt-siret = SIRET: hay una cifra errónea o falta alguna.
doubt-vat-check-short = carácter erróneo
doubt-vat-check = { $field }: hay un carácter erróneo o falta alguno.
doubt-vat-malformed-short = no es un NIF-IVA
doubt-vat-malformed = { $field }: ningún número de este país se escribe así.
doubt-vat-other-siren-short = otro SIREN
doubt-vat-other-siren = { $field }: corresponde a una empresa distinta de la del SIREN.
doubt-city-other-postcode-short = otro código postal
doubt-city-other-postcode = { $field }: el código postal { $postcode } no es el suyo.
doubt-number-short = no es un número
doubt-number = { $field }: se espera un número.
doubt-amount-short = no es un importe
doubt-amount = { $field }: se espera un importe, con dos decimales como máximo.
doubt-date-short = no es una fecha
doubt-date = { $field }: se espera una fecha, como 24/11/2026.
doubt-yes-no-short = sí o no
doubt-yes-no = { $field }: se espera sí o no.
doubt-choice-short = no está en la lista
doubt-choice = { $field }: este valor no está en la lista.
doubt-link-short = no es un enlace
doubt-link = { $field }: se espera una dirección web, como www.ejemplo.es.

## Registros rechazados
invalid-no-id = El registro no tiene identidad.
invalid-empty = { $field }: se necesita un valor.
invalid-too-long = { $field }: { $n } caracteres como máximo.
invalid-control-character = { $field }: contiene un carácter invisible. Vuelva a escribir el valor.
invalid-out-of-range = { $field }: el valor está fuera de los límites.

## Duplicados
duplicate-title = Posible duplicado
duplicate-line = { $city ->
    [none] Posible duplicado: { $name } ({ $likeness })
   *[other] Posible duplicado: { $name }, { $city } ({ $likeness })
}
duplicate-open = Abrir la ficha
duplicate-distinct = No es el mismo
duplicate-archived = archivado
likeness-siren = mismo SIREN
likeness-vat = mismo NIF-IVA
likeness-email = mismo correo
likeness-phone = mismo teléfono
likeness-name = mismo nombre
likeness-near-name = nombre parecido

## Página de clientes: título, búsqueda, filtros, tabla
clients-count = { $n ->
    [one] { $n } cliente
   *[other] { $n } clientes
}
clients-found = { $n ->
    [0] Ningún resultado
    [one] { $n } resultado
   *[other] { $n } resultados
}
clients-near = { $n ->
    [one] { $n } parecido
   *[other] { $n } parecidos
}
clients-shown = { $n } de { $total }
clients-selected = { $n ->
    [one] { $n } cliente seleccionado
   *[other] { $n } clientes seleccionados
}
clients-table = Tabla de clientes
clients-sort = Orden: { $column }
clients-hint-open = Intro abre
clients-hint-select = Espacio selecciona
clients-hint-first = ↓ y luego Intro para abrir
clients-hint-clear = Esc borra
clients-hint-move = Ctrl ← → mueve
clients-hint-size = Mayús ← → ancho
clients-filter-state = Filtrar por estado
clients-filter-remove = Quitar el filtro { $filter }
clients-filter-lifted = Se han quitado la búsqueda y los filtros para mostrar { $name }.
clients-reading = Leyendo el libro…
clients-columns = Columnas
clients-columns-find = Buscar una columna
clients-filter-categories = Filtrar por categoría
clients-uncategorised = Sin categoría
clients-categories-find = Buscar una categoría
clients-filter-way = Clientes que tienen
clients-filter-any = al menos una
clients-filter-all = todas
clients-filter-or = o
clients-filter-and = y
clients-fields = Campos
clients-filter-fields = Filtrar por campo personalizado
clients-fields-find = Buscar un campo
clients-filter-custom = { $field }: { $value }
clients-filter-filled = con valor
clients-assign = Categoría…
clients-unselect = Anular la selección
column-up = Subir { $name }
column-down = Bajar { $name }
column-name = Nombre
column-contact = Contacto
column-city = Localidad
column-phone = Teléfono
column-state = Estado
column-select = Seleccionar todo
search-clients = Buscar un cliente
search-create = Crear «{ $query }»
search-near-names = Nombres parecidos
search-found-in = en { $field }: { $excerpt }
search-found-in-note-of = en una nota ({ $day }): { $excerpt }
search-found-in-attachment = en un archivo adjunto: { $excerpt }
search-found-in-category = en la categoría { $excerpt }
empty-title = Su libro está vacío
empty-body = Registre su primer cliente o traiga los que ya tiene.
empty-hint = No se envía nada: todo se queda en su archivo.

## Formulario
form-title-new = Nuevo cliente
form-title-edit = Modificar { $name }
form-points = Por revisar
form-note-hint = Texto libre y privado. Suelte aquí un PDF para adjuntarlo.
form-country-hint = Francia u otro país
form-mobile-show = Añadir un móvil
form-more = Más campos: entrega, NIF-IVA, pago, otros contactos, personalizados
form-section-identifiers = NIF-IVA y otros identificadores
form-section-terms = Sitio web, idioma, condiciones de pago
delivery-street = Calle de entrega
delivery-street2 = Calle de entrega (línea 2)
delivery-postcode = Código postal de entrega
delivery-city = Localidad de entrega
delivery-region = Provincia de entrega
delivery-country = País de entrega
contact-main-role = Cargo del contacto principal
contact-title = Contacto { $n }
contact-first-name = Nombre del contacto { $n }
contact-last-name = Apellidos del contacto { $n }
contact-role = Cargo del contacto { $n }
contact-email = Correo electrónico del contacto { $n }
contact-phone = Teléfono del contacto { $n }
contact-add = Añadir un contacto
contact-make-main = Convertir el contacto { $n } en el principal
contact-remove = Quitar el contacto { $n }
category-hint = Añadir…
vat-propose = Proponer { $number }
address-split-title = Dirección repartida
address-split = Dirección repartida: { $fields }
address-split-undo = Deshacer el reparto
category-create = Crear «{ $name }»
category-take-away = Quitar { $name }
form-file = { $name } · { $size }
category-suggested-wholesale = Mayoristas
category-suggested-retail = Minoristas
category-suggested-regular = Clientes habituales
form-custom-homonym = { $name } (campo personalizado)
form-custom-hint-date = 24/11/2026
form-custom-hint-link = www.ejemplo.es
form-custom-none = Este libro aún no tiene campos personalizados. Se crean en los ajustes.
form-name-missing = Se necesita un nombre.
form-nothing-changed = No se ha modificado nada.

## Borradores
draft-kept-at = Borrador guardado a las { $time }
draft-line = Borrador ({ $day }): { $name }
draft-nameless = sin nombre
draft-resume = Continuar
draft-delete = Eliminar borrador
draft-deleted = Borrador eliminado

## Tareas pendientes
todo-nothing = No hay tareas pendientes
todo-draft = Borrador guardado: { $day } a las { $time }
todo-later = Más tarde
todo-done = Hecho
todo-put-off = Aplazar el aviso
todo-put-off-yes = Aplazar
todo-tomorrow = Mañana
todo-next-week = Dentro de una semana
todo-other-day = Otro día…
todo-day = Día
todo-day-hint = 24/11/2026
todo-day-gone = ese día ya ha pasado
todo-to-complete = Por completar ({ $n })
todo-to-complete-under = Fichas a las que les falta un valor esperado
todo-backup = La última copia de seguridad es antigua
todo-backup-last = Última copia de seguridad: { $day }
todo-more = { $n ->
    [one] y { $n } aviso más
   *[other] y { $n } avisos más
}

## Resumen
review-title = Resumen
review-in-order = Todo está en orden
review-points = { $n ->
    [one] { $n } punto por revisar
   *[other] { $n } puntos por revisar
}
review-lead = Haga clic en una línea para corregirla.
review-missing = { $field }: por completar
review-as-typed = escrito: { $typed }
review-to-check = por revisar
review-empty = vacío
review-new = nueva
review-file = { $name } ({ $size })
review-confirm = Confirmar
review-confirm-new = Confirmar y nuevo
review-confirm-later = Confirmar y completar después
review-confirm-later-new = Confirmar, completar después y nuevo

## Ficha del cliente
record-number-since = Cliente n.º { $number } · desde { $month }
record-contact-data = Datos de contacto
record-billing-data = Facturación
record-notes = Notas
record-copy = Copiar { $field }
record-change = Modificar { $field }
record-more = Mostrar más ({ $n })
record-more-of = Más acciones: { $field }
record-documents = Documentos
file-attach = Adjuntar un archivo…
file-save = Guardar como… { $name }
file-rename = Cambiar el nombre
file-name = Nombre del archivo adjunto
record-open = Abrir { $field }
record-add = Añadir
record-custom-more = { $n ->
    [one] { $n } campo vacío
   *[other] { $n } campos vacíos
}
day-hint = dd/mm/aaaa
record-missing = Por completar: { $fields }
record-delete-question = ¿Eliminar { $name }?
record-delete-body = La ficha y sus notas se quitan del libro. Podrá deshacer la eliminación.

## Notas de un cliente
note-box = Anotar una llamada, un acuerdo…
note-kind = Tipo de nota
note-day = Día
note-remind = Avisarme el
note-kind-changed = Nuevo tipo de nota
note-day-changed = Nuevo día
note-remind-changed = Nuevo aviso
note-pin = Fijar
note-pinned = Fijada
note-unpin = Dejar de fijar
note-attach = Adjuntar un archivo a la nota
note-save = Añadir la nota
note-unfold = Mostrar todo
note-remind-on = Aviso: { $day }
note-remind-done = Hecho
note-remind-later = Aplazar
note-reminder = Aviso

## Estado del consentimiento y respuestas registradas
consent-given = otorgado
consent-refused = denegado
consent-unasked = no solicitado
consent-withdraw = Retirar
consent-withdraw-of = Retirar el consentimiento: { $purpose }
consent-record = Registrar una respuesta…
consent-record-title = Registrar una respuesta
consent-all = Todas las respuestas
consent-entry = { $purpose }: { $answer }
consent-words = «{ $words }» ({ $language })
consent-purpose = Objeto de la pregunta
consent-answer = Respuesta
consent-channels = Medios
consent-day = Día de la respuesta
consent-evidence = Adjuntar una prueba…
consent-no-channel = Marque al menos un medio.
consent-day-ahead = Ese día aún no ha llegado.

## Historial
history-title = Historial
history-line = { $day } a las { $time }, { $origin }
history-added = Cliente registrado
history-removed = Cliente eliminado
history-archived = Cliente archivado
history-unarchived = Cliente reactivado
history-set = { $field }: «{ $after }»
history-cleared = { $field }: «{ $before }» borrado
history-changed = { $field }: «{ $before }» sustituido por «{ $after }»
history-note-added = Nota añadida: «{ $text }»
history-note-removed = Nota eliminada: «{ $text }»
history-note-pinned = Nota fijada
history-note-unpinned = La nota ya no está fijada
history-file-added = Archivo adjunto añadido: { $name }
history-file-removed = Archivo adjunto eliminado: { $name }
history-consent = { $purpose }: { $answer } ({ $channels })
history-all = Mostrar todo el historial
history-declined = { $field }: prefiere no facilitarlo
origin-window = en la ventana
origin-import = al importar { $file }
origin-command-line = en la línea de órdenes
origin-undo = al deshacer
origin-redo = al rehacer

## Lo que se acaba de hacer y cómo deshacerlo
toast-client-added = Se ha guardado { $name }
toast-client-changed = Se ha modificado { $name }
toast-client-archived = Se ha archivado { $name }
toast-client-unarchived = Se ha reactivado { $name }
toast-client-deleted = Se ha eliminado { $name }
toast-clients-imported = { $n ->
    [0] Nada que importar
    [one] { $n } cliente importado
   *[other] { $n } clientes importados
}
toast-category-added = Se ha creado la categoría { $name }
toast-category-changed = Se ha modificado la categoría { $name }
toast-category-merged = La categoría { $name } se ha fusionado con la otra
toast-category-deleted = Se ha eliminado la categoría { $name }
toast-category-assigned = { $n ->
    [one] { $n } cliente añadido a { $name }
   *[other] { $n } clientes añadidos a { $name }
}
toast-category-unassigned = { $n ->
    [one] { $n } cliente quitado de { $name }
   *[other] { $n } clientes quitados de { $name }
}
toast-custom-added = Se ha creado el campo { $name }
toast-custom-changed = Se ha modificado el campo { $name }
toast-custom-arranged = Se ha cambiado el orden de los campos
toast-custom-deleted = Se ha eliminado el campo { $name }
toast-note-added = Nota añadida
toast-note-changed = Nota modificada
toast-note-deleted = Nota eliminada
toast-consent-recorded = Se ha registrado la respuesta de { $name }
toast-attachment-added = { $n ->
    [one] Se ha adjuntado { $name }
   *[other] { $n } archivos adjuntos añadidos
}
toast-attachment-renamed = El archivo adjunto ahora se llama { $name }
toast-attachment-deleted = Se ha eliminado { $name }
toast-undone = Deshecho: { $what }
toast-redone = Rehecho: { $what }
toast-open-record = Abrir la ficha
toast-copied = Copiado
undo-add = Deshacer el alta
undo-change = Deshacer la modificación
undo-archive = Deshacer el archivado
undo-unarchive = Deshacer la reactivación
undo-delete = Deshacer la eliminación
undo-import = Deshacer la importación
undo-distinct = Deshacer «No es el mismo»
undo-merge = Deshacer la fusión
undo-unassign = Deshacer la retirada
undo-arrange = Deshacer el cambio de orden
undo-rename = Deshacer el cambio de nombre
undo-nothing = No hay nada que deshacer.
redo-nothing = No hay nada que rehacer.

## Importación y exportación
import-title = Importar clientes
import-read = { $n ->
    [one] { $n } fila leída
   *[other] { $n } filas leídas
}
import-added = { $n ->
    [one] { $n } cliente añadido
   *[other] { $n } clientes añadidos
}
import-updated = { $n ->
    [one] { $n } cliente completado
   *[other] { $n } clientes completados
}
import-unchanged = { $n ->
    [one] { $n } cliente sin cambios
   *[other] { $n } clientes sin cambios
}
import-refused = { $n ->
    [0] ninguna fila rechazada
    [one] { $n } fila rechazada
   *[other] { $n } filas rechazadas
}
import-doubts = { $n ->
    [0] nada por revisar
    [one] { $n } valor por revisar
   *[other] { $n } valores por revisar
}
import-refused-line = Fila { $line }: { $reason }
import-mended-postcode = Línea { $line }: código postal { $said } leído como { $kept }, una hoja de cálculo perdió el primer cero
import-refused-name = sin nombre
import-refused-two = coinciden varios clientes: { $names }
import-confirm = Importar
import-dry-run = No se ha escrito nada: esto es una prueba.
import-left-behind = Columnas que no se importan: { $columns }
export-title = Exportar los clientes
export-done = { $n ->
    [one] { $n } cliente exportado
   *[other] { $n } clientes exportados
}

## Ajustes
settings-language = Idioma
settings-theme = Tema
settings-theme-light = claro
settings-theme-dark = oscuro
settings-theme-system = sistema
settings-book = Libro
settings-book-path = Este libro es el archivo { $path }
settings-backups = Copias de seguridad
settings-backups-kept = { $n ->
    [0] Ninguna copia de seguridad
    [one] { $n } copia de seguridad guardada
   *[other] { $n } copias de seguridad guardadas
}
settings-about = Acerca de
settings-version = Versión { $version }
settings-license = Licencia { $license }

## Ajustes: categorías y campos personalizados
settings-section = Sección de los ajustes
settings-general = General
settings-categories = Categorías
settings-custom = Campos personalizados
category-new = Nueva categoría
category-add = Añadir
category-name = Nombre de la categoría
category-there = «{ $name }» ya existe.
category-none = Este libro aún no tiene categorías. Se crean aquí o al registrar un cliente.
category-edit = Modificar { $name }
category-more = Más acciones para { $name }
category-merge-into = Fusionar con…
category-merge-into-field = Fusionar con
category-merge-title = Fusionar «{ $name }»
category-merge-body = { $n ->
    [0] Ningún cliente está en «{ $name }»: la categoría desaparece.
    [one] { $n } cliente está en «{ $name }»: pasa a la otra categoría y «{ $name }» desaparece.
   *[other] { $n } clientes están en «{ $name }»: pasan a la otra categoría y «{ $name }» desaparece.
}
category-merge = Fusionar
category-delete-question = ¿Eliminar «{ $name }»?
category-delete-body = { $n ->
    [0] Ningún cliente está en esta categoría. Podrá deshacer la eliminación.
    [one] { $n } cliente está en esta categoría y la pierde. Podrá deshacer la eliminación.
   *[other] { $n } clientes están en esta categoría y la pierden. Podrá deshacer la eliminación.
}
tint-blue = azul
tint-violet = violeta
tint-amber = ámbar
tint-green = verde
tint-rose = rosa
tint-grey = gris
custom-add = Nuevo campo…
custom-add-yes = Añadir el campo
custom-new = Nuevo campo personalizado
custom-list-none = Este libro aún no tiene campos personalizados. Añada lo que quiera saber de sus clientes.
custom-up = Subir { $name }
custom-down = Bajar { $name }
custom-more = Más acciones para { $name }
custom-edit = Modificar…
custom-edit-title = Modificar { $name }
custom-hide = Ocultar
custom-show = Mostrar
custom-hidden = { $kind }, oculto
custom-name = Nombre del campo
custom-there = otro campo tiene este nombre
custom-kind = Tipo
custom-kind-stays = { $n ->
    [one] { $kind }. { $n } cliente tiene un valor: el tipo ya no cambia.
   *[other] { $kind }. { $n } clientes tienen un valor: el tipo ya no cambia.
}
custom-kind-text = Texto
custom-kind-long-text = Texto largo
custom-kind-number = Número
custom-kind-amount = Importe
custom-kind-date = Fecha
custom-kind-yes-no = Sí o no
custom-kind-choice = Lista de valores
custom-kind-link = Enlace
custom-kind-email = Correo
custom-kind-phone = Teléfono
custom-example-text = Código puerta B12
custom-example-long-text = varias líneas
custom-example-number = 12,5
custom-example-amount = 1234,50 €
custom-example-yes-no = Sí
custom-example-choice = Bronce, Plata, Oro
custom-example-email = nombre@ejemplo.es
custom-example-phone = 912 34 56 78
custom-choices = Valores para elegir
custom-choice = Valor { $n }
custom-choice-add = Añadir un valor
custom-choice-up = Subir el valor { $n }
custom-choice-down = Bajar el valor { $n }
custom-choice-remove = Quitar el valor { $n }
custom-choice-gone = { $n ->
    [one] «{ $value }»: { $n } cliente conserva este valor, que quedará por revisar.
   *[other] «{ $value }»: { $n } clientes conservan este valor, que quedará por revisar.
}
custom-delete-question = ¿Eliminar «{ $name }»?
custom-delete-body = { $n ->
    [0] Ningún cliente tiene un valor en este campo. Podrá deshacer la eliminación.
    [one] { $n } cliente tiene un valor en este campo y lo pierde. Podrá deshacer la eliminación.
   *[other] { $n } clientes tienen un valor en este campo y lo pierden. Podrá deshacer la eliminación.
}

## Restauración
restore-title = Restaurar una copia de seguridad
restore-question = ¿Sustituir el libro por esta copia de seguridad ({ $day })?
restore-backup = Copia de seguridad: { $clients }, última modificación { $day }
restore-now = Libro actual: { $clients }, última modificación { $day }
restore-aside = El libro actual no se elimina: se deja aparte.
restore-confirm = Restaurar
restore-done = La copia de seguridad está restaurada. El libro anterior está aquí: { $path }

## Errores y accidentes
error-title = Algo ha ido mal
error-crash-title = Comptoir se ha detenido por un error
error-crash-body = Lo que ha escrito se guarda como borrador. Cierre Comptoir y vuelva a abrirlo: lo encontrará ahí.

## Tamaños, días, listas
size-bytes = { $n } bytes
size-kilobytes = { $n } kB
size-megabytes = { $n } MB
size-gigabytes = { $n } GB
day-today = hoy
day-yesterday = ayer
day-tomorrow = mañana
day-before-yesterday = anteayer
day-in-a-week = dentro de una semana
day-in-a-month = dentro de un mes
day-other = otro día…
day-choose = Elegir: { $field }
moment-at = { $day } a las { $time }
list-and = { $first } y { $last }
list-and-i = { $first } e { $last }

## Libros y discos: qué ha fallado y qué hacer
error-missing = El libro no está ahí. Abra otro o restaure una copia de seguridad. Archivo: { $path }
error-exists = Ya hay un archivo con ese nombre. Elija otro. Archivo: { $path }
error-empty = Este archivo está vacío, ya no es un libro. Restaure una copia de seguridad. Archivo: { $path }
error-foreign = Este archivo no es un libro de Comptoir: no se ha tocado. Elija un libro. Archivo: { $path }
error-cut-off = Falta el final de este libro: no se ha tocado. Restaure una copia de seguridad. Archivo: { $path }
error-newer = Este libro es de una versión más reciente de Comptoir: no se ha tocado. Instale la última versión. Archivo: { $path }
error-damaged = Este libro está dañado: no se ha tocado. Restaure una copia de seguridad. Detalle: { $detail }. Archivo: { $path }
error-read-only = Este libro es de solo lectura. Dé permiso para escribir en él o cópielo en otro lugar. Archivo: { $path }
error-in-use = Este libro está abierto en otra ventana o su copia de seguridad está terminando. Se abrirá aquí solo en cuanto quede libre. Archivo: { $path }
error-in-use-verb = Este libro está abierto en una ventana. Ciérrela y vuelva a intentarlo. Archivo: { $path }
error-not-plain = Este archivo es una carpeta o tiene dos nombres: abrirlo podría dañarlo. Cópielo y abra la copia. Archivo: { $path }
error-vanished = El archivo del libro se ha movido, eliminado o sustituido. No se ha guardado nada. Devuélvalo a su sitio o guarde una copia de lo que está abierto. Archivo: { $path }
error-full = El disco está lleno. No se ha guardado nada. Libere espacio y vuelva a guardar. Archivo: { $path }
error-unsure = El disco no ha respondido a tiempo: puede que el cambio se haya guardado. Vuelva a guardar, solo se hará una vez. Detalle: { $detail }. Archivo: { $path }
error-unkeepable = Este valor no se puede guardar. Acórtelo. Detalle: { $detail }. Archivo: { $path }
error-io = El disco ha dado un error. No se ha guardado nada. Compruébelo y vuelva a guardar. Detalle: { $detail }. Archivo: { $path }
refused-changed-meanwhile = { $name } ha cambiado entretanto. Vuelva a leer el resumen antes de confirmar.
refused-gone = Este cliente ya no está en el libro.
refused-record-changed = { $what ->
    [category] Esta categoría ha cambiado entretanto. Mírela de nuevo antes de modificarla.
    [field] Este campo ha cambiado entretanto. Mírelo de nuevo antes de modificarlo.
    [note] Esta nota ha cambiado entretanto. Léala de nuevo antes de modificarla.
    [policy] Los ajustes de la ficha han cambiado entretanto. Mírelos de nuevo antes de modificarlos.
   *[other] Este archivo adjunto ha cambiado entretanto. Mírelo de nuevo antes de modificarlo.
}
refused-record-gone = { $what ->
    [category] Esta categoría ya no está en el libro.
    [field] Este campo ya no está en el libro.
    [note] Esta nota ya no está en el libro.
   *[other] Este archivo adjunto ya no está en el libro.
}
refused-category-taken = Ya hay una categoría que se llama { $name }. Elija otro nombre.
refused-custom-taken = Ya hay un campo que se llama { $name }. Elija otro nombre.
refused-evidence = { $name } prueba un consentimiento: este archivo adjunto se conserva mientras el cliente esté en el libro.
refused-number-taken = El número { $number } es el de { $name }. Elija otro.
refused-number-taken-id = El número { $number } ya está en uso. Elija otro.
refused-still-referred = { $what ->
    [client] Hay clientes que lo usan desde entonces. Deshaga primero lo que vino después.
    [note] Hay una nota posterior que depende de ello. Deshaga primero esa nota.
    [attachment] Hay un archivo adjunto posterior que depende de ello. Deshaga primero ese archivo adjunto.
    [consent] Después, este cliente ha respondido a una pregunta de consentimiento, y una respuesta no se deshace. El cliente se puede archivar o eliminar.
   *[other] Hay algo posterior que depende de ello. Deshaga primero lo que vino después.
}
refused-proves = Este archivo adjunto prueba un consentimiento: se conserva mientras el cliente esté en el libro.
refused-append-only = Una respuesta de consentimiento no se deshace: registre la respuesta correcta o una retirada.
refused-category-taken-since = Desde entonces otra categoría tiene este nombre. Cámbielo primero en ella.
refused-custom-taken-since = Desde entonces otro campo tiene este nombre. Cámbielo primero en él.
refused-changed-since = Ha habido otra modificación después. Deshágala primero.
refused-already-undone = Ya está deshecho.

## Lo que hizo una acción, para nombrarla
deed-register-client = alta de { $name }
deed-change-client = modificación de { $name }
deed-archive-clients = { $n ->
    [one] archivado de { $name }
   *[other] archivado de { $n } clientes
}
deed-reactivate-clients = { $n ->
    [one] reactivación de { $name }
   *[other] reactivación de { $n } clientes
}
deed-delete-clients = { $n ->
    [one] eliminación de { $name }
   *[other] eliminación de { $n } clientes
}
deed-import-clients = { $n ->
    [one] importación de { $n } cliente
   *[other] importación de { $n } clientes
}
deed-distinguish-clients = «No es el mismo» para { $name }
deed-create-category = creación de la categoría { $name }
deed-change-category = modificación de la categoría { $name }
deed-merge-categories = fusión de la categoría { $name }
deed-delete-category = eliminación de la categoría { $name }
deed-assign-category = { $n ->
    [one] adición de { $n } cliente a { $name }
   *[other] adición de { $n } clientes a { $name }
}
deed-unassign-category = { $n ->
    [one] retirada de { $n } cliente de { $name }
   *[other] retirada de { $n } clientes de { $name }
}
deed-create-custom-field = creación del campo { $name }
deed-change-custom-field = modificación del campo { $name }
deed-arrange-custom-fields = orden de los campos
deed-delete-custom-field = eliminación del campo { $name }
deed-add-note = nueva nota para { $name }
deed-change-note = modificación de una nota de { $name }
deed-delete-note = eliminación de una nota de { $name }
deed-record-consent = respuesta de { $name }
deed-attach-files = { $n ->
    [one] adición de { $name }
   *[other] adición de { $n } archivos adjuntos
}
deed-rename-attachment = nuevo nombre de { $name }
deed-delete-attachment = eliminación de { $name }
undo-older-title = ¿Deshacer una modificación anterior?
undo-older-body = No se ha hecho nada desde que se abrió la ventana. La última modificación ({ $day }): { $what }.

## Ventana
file-kind-table = Tabla
file-kind-book = Libro de Comptoir
copy-saved = La copia está guardada. Archivo: { $path }
work-title = Un momento
work-percent = { $n } %
work-stopped = Detenido. No se ha escrito nada.
restore-set-aside = apartado
action-undo-last = Deshacer la última modificación
action-complete = Completar
action-undo-this = Deshacer esta modificación
toast-undone-kept = { $n ->
    [one] se conserva { $n } elemento modificado o usado después
   *[other] se conservan { $n } elementos modificados o usados después
}
toast-undone-left-out = { $n ->
    [one] sin { $names }, que se eliminó después
   *[other] sin { $names }, que se eliminaron después
}
toast-clients-distinct = Anotado: son dos clientes distintos
history-other = Ficha modificada
key-escape = Esc
key-shift = Mayús
key-space = Espacio
## Un archivo que no se puede leer o escribir: la línea y qué hacer
import-refused-cells = más valores que encabezados
import-refused-otherwise = mismo cliente que la fila { $line }, pero «{ $column }» es distinto
import-refused-number = el número { $number } es el de { $name }
import-called-off = La importación se ha cancelado. No se ha escrito nada.
table-empty = Este archivo está vacío. Expórtelo de nuevo desde el otro programa. Archivo: { $path }
table-header-only = Este archivo tiene encabezados, pero ninguna línea. Expórtelo de nuevo desde el otro programa. Archivo: { $path }
table-bad-json = Este archivo JSON no es una exportación de clientes, o está cortado. Expórtelo de nuevo e impórtelo. Archivo: { $path }
table-workbook = Este archivo es un libro de hojas de cálculo o un archivo comprimido. Guárdelo en formato CSV y luego impórtelo. Archivo: { $path }
table-nul = La línea { $line } no es texto. Guarde el archivo en formato CSV UTF-8 y luego impórtelo. Archivo: { $path }
table-too-large = Este archivo supera { $size }. Divídalo en varios y luego importe cada parte. Archivo: { $path }
table-too-many-rows = Este archivo tiene más de { $n } líneas. Divídalo en varios y luego importe cada parte. Archivo: { $path }
table-too-many-columns = La línea { $line } tiene más de { $n } columnas. Corríjala e importe de nuevo. Archivo: { $path }
table-cell-too-long = La línea { $line } tiene un valor de más de { $n } caracteres. Corríjala e importe de nuevo. Archivo: { $path }
table-open-quote = La línea { $line } abre unas comillas y no las cierra. Corríjala e importe de nuevo. Archivo: { $path }
file-unreadable = No se puede leer este archivo. Compruebe su nombre y sus permisos. Detalle: { $detail }. Archivo: { $path }
file-unwritable = No se puede escribir este archivo; lo que contenía no ha cambiado. Compruebe la carpeta y el espacio libre. Detalle: { $detail }. Archivo: { $path }
export-ending = El nombre del archivo debe tener la extensión csv, xlsx o json. Archivo: { $path }
export-called-off = La exportación se ha cancelado. No se ha escrito nada.

## Línea de órdenes
cli-no-window = No se ha podido abrir la ventana. Compruebe que hay una pantalla disponible; las órdenes funcionan sin ella: comptoir --help. Detalle: { $detail }
cli-no-folder = No se encuentra la carpeta de datos. Indique el libro con --book.
cli-book-made = Nuevo libro: { $path }
cli-demo-done = { $n ->
    [one] { $n } cliente de ejemplo añadido: { $path }
   *[other] { $n } clientes de ejemplo añadidos: { $path }
}
cli-demo-not-empty = Este libro ya contiene clientes. Indique un archivo nuevo con --book. Archivo: { $path }
cli-no-client = Ningún cliente tiene el identificador ni el número { $id }.
cli-no-category = Ninguna categoría se llama «{ $name }».
cli-no-country = Ningún país se llama «{ $name }».
cli-no-department = Ningún departamento francés tiene el número o el nombre «{ $name }».
cli-no-postcode = «{ $name }» no es el comienzo de un código postal.
cli-no-field = Ningún campo personalizado se llama «{ $name }».
cli-no-value = El campo personalizado «{ $field }» no puede ser «{ $value }».
cli-no-view = Ninguna vista se llama «{ $name }».
cli-export-no-notes = Las notas son privadas y no se exportan; añada --notes para incluirlas.
cli-check-sound = Todo está en orden: { $clients }.
cli-check-findings = { $n ->
    [one] { $n } anomalía. Restaure una copia de seguridad en buen estado. Archivo: { $path }
   *[other] { $n } anomalías. Restaure una copia de seguridad en buen estado. Archivo: { $path }
}
cli-backup-done = Copia de seguridad hecha ({ $clients }): { $path }
cli-restored = La copia de seguridad está restaurada: { $path }
cli-aside = apartado
cli-undo-kept = Modificados o usados después, y dejados tal cual: { $names }
cli-output = No se puede escribir la salida. Detalle: { $detail }
error-cancelled = La copia se ha cancelado. Archivo: { $path }
cli-value = { $label }: { $value }
cli-remind = aviso el { $date }

# Consentimiento
consent-service = Facturas y mensajes de servicio
consent-offers = Ofertas y novedades
consent-item-service = Consentimiento: facturas
consent-item-offers = Consentimiento: ofertas
consent-title = Consentimiento
consent-ask-service = ¿Le envío las facturas por correo electrónico?
consent-ask-offers = ¿Y de vez en cuando una oferta o novedad?
consent-read = «{ $words }»
consent-not-asked = Sin preguntar
consent-yes = sí
consent-no = no
consent-withdrawn = retirado
consent-by-channels = { $answer } ({ $channels })
channel-email = correo electrónico
channel-phone = teléfono
channel-post = correo postal
consent-method = Cómo llegó la respuesta
consent-by-phone = por teléfono
consent-in-person = en persona
consent-on-paper = en papel
consent-by-email = por correo electrónico
consent-on-web = en un sitio web

value-yes = Sí
value-no = No

## Archivos adjuntos: qué se dice del que no se puede adjuntar, abrir o guardar
attachment-choose = Adjuntar un archivo
attachment-save = Guardar el archivo adjunto
attachment-staged = { $n ->
    [one] { $name } se guarda con el borrador
   *[other] { $n } archivos se guardan con el borrador
}
attachment-form-closed = { $n ->
    [one] { $name } no se ha adjuntado: el formulario está cerrado.
   *[other] { $n } archivos no se han adjuntado: el formulario está cerrado.
}
attachment-more-refused = { $n ->
    [one] Otro archivo no se ha adjuntado.
   *[other] Otros { $n } archivos no se han adjuntado.
}
attachment-saved = Se ha guardado { $name }. Archivo: { $path }
attachment-too-large = { $name } ocupa { $size } MB: { $most } MB como máximo.
attachment-missing = { $name } ya no está ahí.
attachment-folder = { $name } es una carpeta. Adjunte los archivos que contiene.
attachment-not-plain = { $name } no es un archivo normal y no se puede adjuntar.
attachment-changed = { $name } ha cambiado durante la lectura. Guárdelo en el otro programa y vuelva a intentarlo.
attachment-unreadable = No se puede leer { $name }. Compruebe sus permisos. Detalle: { $detail }
attachment-gone = El contenido de { $name } no está en el libro. Restaure una copia de seguridad.
attachment-damaged = El contenido de { $name } está dañado en el libro. Restaure una copia de seguridad.
attachment-unwritable = No se puede escribir { $name }. Compruebe la carpeta y el espacio libre. Detalle: { $detail }
attachment-not-opened = Ningún programa ha abierto { $name }. Guárdelo con otro nombre y luego ábralo. Detalle: { $detail }
file-kind-any = Todos los archivos
refused-no-bytes = El contenido de { $name } no está en el libro. Adjunte el archivo de nuevo.
terms-receipt = al contado
terms-net = { $days ->
    [one] { $days } día
   *[other] { $days } días
}
terms-net-then-end-of-month = { $days ->
    [one] { $days } día fin de mes
   *[other] { $days } días fin de mes
}
terms-end-of-month = fin de mes
terms-end-of-month-then = fin de mes + { $days ->
    [one] { $days } día
   *[other] { $days } días
}
record-contact = Contacto
record-terms = Condiciones
toast-clients-archived = { $n ->
    [one] { $n } cliente archivado
   *[other] { $n } clientes archivados
}
toast-clients-unarchived = { $n ->
    [one] { $n } cliente activo de nuevo
   *[other] { $n } clientes activos de nuevo
}
toast-clients-deleted = { $n ->
    [one] { $n } cliente eliminado
   *[other] { $n } clientes eliminados
}
clients-places = Lugar
clients-filter-places = Filtrar por lugar
clients-places-find = Buscar un lugar
clients-place-count = { $place } · { $n }
clients-postcode-starts = Empieza por { $start }
clients-department = Departamento
clients-filter-empty = vacío
clients-filter-contains = contiene «{ $text }»
clients-filter-between = { $from } – { $to }
clients-filter-least = ≥ { $from }
clients-filter-most = ≤ { $to }
clients-filter-contains-which = contiene…
clients-filter-between-which = entre…
clients-filter-piece = Contiene
clients-filter-from = Desde
clients-filter-to = Hasta
clients-filter-unread = no se entiende
clients-filter-set = Filtrar
clients-compact = Filas compactas
clients-bulk = Acciones…
clients-export-selected = Exportar la selección…
clients-delete-selected = Eliminar la selección…
clients-delete-question = { $n ->
    [one] ¿Eliminar { $n } cliente?
   *[other] ¿Eliminar { $n } clientes?
}
clients-delete-notes = { $n ->
    [one] { $n } nota
   *[other] { $n } notas
}
clients-delete-files = { $n ->
    [one] { $n } archivo adjunto
   *[other] { $n } archivos adjuntos
}
clients-delete-answers = { $n ->
    [one] { $n } respuesta de consentimiento
   *[other] { $n } respuestas de consentimiento
}
clients-delete-alone = No hay nada más ligado a estos clientes. La eliminación se puede deshacer de una vez.
clients-delete-with = Se eliminarán también: { $what }. La eliminación se puede deshacer de una vez.
views-title = Vistas
views-find = Buscar una vista
views-name = Nombre de la vista
views-save = Guardar esta vista
views-rename-this = Cambiar el nombre de la vista
views-rename = Cambiar el nombre de { $name }
views-delete = Eliminar { $name }
views-delete-question = ¿Eliminar la vista { $name }?
views-delete-body = Los clientes no cambian; solo se olvidan estos filtros y columnas.
export-whom = Clientes que exportar
views-replaces = Sustituye a la vista de este nombre
views-name-taken = otra vista se llama así
views-replaced = Se ha sustituido la vista { $before }.
views-renamed = La vista { $before } se llama ahora { $name }.
views-dropped = Se ha eliminado la vista { $name }.
views-put-back = Deshacer
views-lost = La vista { $name } nombra también categorías o campos que ya no existen; se ha abierto sin ellos.
export-shown = Mostrados ({ $n })
export-selected = Seleccionados ({ $n })
export-all = Todos ({ $n })
export-form = Formato
export-csv = CSV
export-xlsx = Excel (XLSX)
export-json = JSON
export-json-hint = JSON contiene siempre todos los datos.
export-columns = Columnas
export-columns-table = Las de la tabla
export-columns-every = Todos los datos
export-notes = Con las notas, que son privadas
export-stays = Los archivos adjuntos, el historial y las pruebas de consentimiento se quedan en el libro.
export-choose = Elegir el archivo…
export-too-many = Una hoja de Excel solo tiene { $n } filas. No se ha escrito nada. Exporte como CSV.
export-cell-too-long = Una celda de Excel solo admite { $n } caracteres, y un valor es más largo. No se ha escrito nada. Exporte como CSV o sin las notas.
settings-csv = Archivos CSV exportados
settings-csv-semicolon = Punto y coma (Excel en español)
settings-csv-comma = Coma

## Paleta, atajos, ajustes de la ficha
palette-title = Ir a…
palette-hint = Un cliente, una acción
palette-view = Vista: { $name }
palette-choice = { $of }: { $what }
palette-list = Resultados
palette-keys = ↑ ↓ para elegir, Intro para abrir, Esc para cerrar
shortcuts-title = Atajos
shortcuts-everywhere = En todas partes
shortcuts-form = En el formulario
shortcuts-client = En la ficha del cliente
shortcuts-rows = En una lista
shortcuts-inside = En un campo o una ventana
keys-confirm = Confirmar
keys-leave = Cerrar o dejar como estaba
keys-open-row = Abrir la fila
keys-select-row = Seleccionar la fila
keys-select-all = Seleccionar todo
keys-select-on = Ampliar la selección
keys-move-column = Mover la columna
keys-size-column = Ensanchar o estrechar la columna
shortcuts-line = { $name }: { $keys }
action-ask-no-more = No volver a preguntar
review-strict = Complete primero los campos marcados con un asterisco.
settings-record = Ficha del cliente
settings-policy = Campos de la ficha
settings-policy-lead = Sin un campo con asterisco, la ficha queda por completar; un campo recomendado se recuerda en el resumen.
settings-policy-complete = Completa
settings-policy-name = Solo el nombre
settings-policy-own = Personalizada
settings-policy-field = Campo
settings-strict = No guardar el formulario sin los campos con asterisco
wish-starred = asterisco
wish-recommended = recomendado
wish-shown = visible
wish-hidden = oculto
settings-review = Resumen
settings-review-lead = El alta de un cliente muestra siempre el resumen. Para una modificación:
settings-review-needed = si hay un punto por revisar
settings-review-always = siempre
settings-questions = Preguntas de consentimiento
settings-questions-lead = Se leen en voz alta, en { $language }. El texto leído se guarda con cada respuesta.
settings-question-usual = Recuperar el texto habitual: { $name }
settings-recent = Libros recientes
recent-open = Abrir { $name }
recent-forget = Olvidar { $name }
settings-table = Tabla de clientes
settings-compact = Filas compactas
second-place-choose = Guardar las copias también en otro lugar…
second-place-forget = Dejar de guardarlas en otro lugar
second-place-path = Cada copia de seguridad se guarda también en { $path }
second-place-copied = La última copia de seguridad está ahí.
second-place-missing = El segundo lugar no está disponible: la última copia de seguridad no está ahí.
second-place-absent = Falta el segundo lugar
toast-policy-changed = Se han modificado los ajustes de la ficha
deed-change-policy = modificación de los ajustes de la ficha
table-bad-workbook = No se puede leer este libro de Excel: está dañado, protegido por una contraseña o es de otro tipo. Ábralo en una hoja de cálculo, guárdelo como XLSX o CSV y luego impórtelo. Archivo: { $path }
table-unpacks = Este libro de Excel supera { $size } una vez descomprimido. Divídalo en varios y luego importe cada parte. Archivo: { $path }
table-page = Este archivo es una página web, no una tabla. Abrirlo en una hoja de cálculo, guardarlo como XLSX o CSV e importarlo. Archivo: { $path }
settings-imports = Importaciones
imports-none = No se ha importado ningún archivo. Lo que se importa aparece aquí y se deshace por completo, incluso más tarde.
imports-said = Cada importación se deshace por completo, incluso más tarde. Los clientes modificados desde entonces se conservan.
import-when = { $day }, { $time }
import-undone = Deshecha
import-undo-named = Deshacer la importación de { $file }, { $when }
import-undo-question = ¿Deshacer la importación de { $file }?
import-undo-body = { $n ->
    [one] Importación de { $n } cliente, { $when }. Si se ha modificado desde entonces, se conserva y se indica.
   *[other] Importación de { $n } clientes, { $when }. Los que se han modificado desde entonces se conservan y se indican.
}
toast-undone-kept-named = { $kept }: { $names }
import-column = Columna
import-sample = Ejemplo
import-becomes = Se convierte en
import-becomes-named = { $name } se convierte en
import-column-number = Columna { $n }
import-sample-none = vacío
import-sample-before = Ejemplo anterior
import-sample-after = Ejemplo siguiente
import-target-find = Buscar un campo
import-sheet = Hoja
import-said = { $file } · { $form } · { $rows }. No se escribe nada antes de «Importar».
import-form-workbook = libro XLSX
import-form-mixed = UTF-8 y Windows-1252
import-form-semicolons = puntos y comas
import-form-commas = comas
import-form-tabs = tabulaciones
import-form-bars = barras verticales
import-count-add = { $n } por añadir
import-count-update = { $n } por completar
import-count-unchanged = { $n } sin cambios
import-count-check = { $n } de ellos por revisar
import-count-refused = { $n ->
    [one] { $n } rechazado
   *[other] { $n } rechazados
}
import-count-left-out = { $n ->
    [one] { $n } descartado
   *[other] { $n } descartados
}
import-show-only = Mostrar solo estas líneas
import-show-all = Mostrar todas las líneas
import-rows = Líneas del archivo
import-line = Línea
import-client = Cliente
import-verdict = Resultado
import-nameless = Sin nombre
import-verdict-add = Añadir
import-verdict-update = Completar
import-verdict-unchanged = Sin cambios
import-verdict-left-out = Descartado
import-verdict-check = { $field }: { $what }
import-verdict-refused = Rechazado: { $reason }
import-row = Línea { $line }
import-back = Volver a las columnas
import-changes = Lo que cambia
import-values = Valores de la línea
import-verdict-twin = Se parece a { $name }
import-twin-in-book = Se parece a { $name }, que ya está en el libro: { $likeness }.
import-twin-in-file = Se parece a { $name }, línea { $line }: { $likeness }.
import-twin-other = Es otro cliente
import-twin-same = Es el mismo
import-leave-out = No importar esta línea
import-cell-undo = Devolver a { $name } su valor del archivo
import-planning = Análisis del archivo: { $n } %
import-undone-later = Una importación se deshace por completo, incluso más tarde.
import-confirm-count = { $n ->
    [one] Importar { $n } cliente
   *[other] Importar { $n } clientes
}
target-note = En la nota, con el encabezado
target-nothing = Ignorar esta columna
target-new-field = Campo nuevo: { $name }
target-new-field-of = Campo nuevo ({ $kind })
target-name = Nombre del cliente
target-shown-name = Nombre mostrado
target-contact-name = Nombre completo del contacto
target-full-name = Nombre y apellidos
target-address-block = Dirección completa
target-address-line = Dirección, línea { $n }
target-delivery-line = Dirección de entrega, línea { $n }
target-is-active = Activo, sí o no
target-is-archived = Archivado, sí o no
target-declined = Campos no facilitados
target-computed = Calculado por Comptoir
target-left-behind = Se queda en el otro libro
