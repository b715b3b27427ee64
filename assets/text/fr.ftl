### Les mots de Comptoir, en français : écrits d’abord ici, puis en.ftl dans le même ordre.
### Boutons à l’infinitif, sans point. U+00A0 avant « : » et dans les guillemets, U+202F avant « ; ! ? », apostrophe U+2019.

## Menu principal et pied de la barre
app-name = Comptoir
menu-clients = Clients
menu-invoices = Factures
menu-expenses = Dépenses
menu-products = Produits et services
menu-reports = Rapports
menu-settings = Paramètres
menu-todo = À faire
backup-at = Sauvegardé à { $time }
backup-on = Sauvegardé : { $day }
backup-none = Rien à sauvegarder
backup-done = Sauvegarde faite
backup-failed = La sauvegarde a échoué

## Pages à venir
later-invoices = Les factures arrivent dans une prochaine version. Vos clients, eux, sont déjà prêts.
later-expenses = Les dépenses arrivent dans une prochaine version.
later-products = Les produits et services arrivent avec les factures, dans une prochaine version.
later-reports = Les rapports arrivent avec les factures, dans une prochaine version.

## Actions, partout
action-new-client = Nouveau client
action-save = Enregistrer
action-save-new = Enregistrer et nouveau
action-edit = Modifier
action-correct = Corriger
action-keep-anyway = Garder quand même
action-back = Retour
action-close = Fermer
action-cancel = Annuler
action-archive = Archiver
action-unarchive = Remettre parmi les actifs
action-delete = Supprimer
action-import = Importer un fichier…
action-export = Exporter…
action-restore = Restaurer une sauvegarde…
action-try-example = Essayer avec un exemple
action-open-book = Ouvrir un autre carnet…
action-new-book = Nouveau carnet…
action-back-up-now = Sauvegarder maintenant
action-retry = Réessayer
action-save-copy = Enregistrer une copie…
action-redo-last = Rétablir
action-clear-search = Effacer la recherche
action-more = Plus d’actions
action-write = Écrire
action-note = Noter

## Champs d’un client
field-number = N° de client
field-kind = Type de client
field-name = Nom du client
field-company = Raison sociale
field-first-name = Prénom
field-last-name = Nom
field-contact = Contact principal
field-contact-first-name = Prénom du contact
field-contact-last-name = Nom du contact
field-contact-role = Fonction
field-phone = Téléphone
field-mobile = Mobile
field-email = E-mail
field-street = Adresse
field-street2 = Complément d’adresse
field-postcode = Code postal
field-city = Ville
field-region = Région
field-country = Pays
field-siren = SIREN
field-siret = SIRET
field-siren-siret = SIREN ou SIRET
field-vat-number = N° de TVA
field-website = Site web
field-language = Langue du client
field-terms = Conditions de paiement
field-other-id = Autre identifiant
field-category = Catégorie
field-categories = Catégories
field-attachments = Pièces jointes
field-attachment = Pièce jointe
field-note = Note
field-delivery-address = Adresse de livraison
field-contacts = Autres contacts
field-custom = Champs personnalisés
field-status = État
field-data = Données
field-recommended = recommandé
field-declined = Ne souhaite pas le communiquer
field-declined-of = Ne souhaite pas le communiquer : { $field }

## Types et états
kind-company = Entreprise
kind-individual = Particulier
state-active = Actif
state-to-complete = À compléter
state-to-check = À vérifier
state-archived = Archivé
note-kind-note = note
note-kind-call = appel
note-kind-meeting = rendez-vous
note-kind-agreement = accord
note-kind-important-date = date importante

## Doutes : un mot à droite du libellé, puis la phrase entière
doubt-email-malformed-short = adresse incomplète
doubt-email-malformed = { $field } : ce n’est pas une adresse complète.
doubt-email-typo-short = faute probable
doubt-email-typo = { $field } : peut-être { $meant } ?
doubt-phone-malformed-short = un chiffre faux
doubt-phone-malformed = { $field } : un chiffre est faux ou manque.
doubt-postcode-short = ?
doubt-postcode-digits = { $field } : { $n } chiffres attendus.
doubt-postcode-like = { $field } : attendu comme { $example }.
doubt-country-unknown-short = pays inconnu
doubt-country-unknown = { $field } : ce nom n’est pas connu.
doubt-language-unknown-short = langue inconnue
doubt-language-unknown = Langue du client : ce nom n’est pas connu.
doubt-terms-unknown-short = pas comprises
doubt-terms-unknown = Conditions de paiement : attendues comme 30 jours, 45 jours fin de mois, à réception.
doubt-registration-length-short = 9 ou 14 chiffres
doubt-registration-length = SIREN ou SIRET : 9 ou 14 chiffres attendus.
doubt-siren-short = un chiffre faux
doubt-siren = SIREN : un chiffre est faux ou manque.
doubt-siret-short = un chiffre faux
doubt-siret = SIRET : un chiffre est faux ou manque.
doubt-vat-check-short = un signe faux
doubt-vat-check = { $field } : un signe est faux ou manque.
doubt-vat-malformed-short = pas un n° de TVA
doubt-vat-malformed = { $field } : aucun numéro de ce pays ne s’écrit ainsi.
doubt-vat-other-siren-short = autre SIREN
doubt-vat-other-siren = { $field } : c’est celui d’une autre entreprise que le SIREN.
doubt-city-other-postcode-short = autre code postal
doubt-city-other-postcode = { $field } : le code postal { $postcode } n’est pas le sien.
doubt-number-short = pas un nombre
doubt-number = { $field } : un nombre est attendu.
doubt-amount-short = pas un montant
doubt-amount = { $field } : un montant est attendu, avec deux décimales au plus.
doubt-date-short = pas une date
doubt-date = { $field } : une date est attendue, comme 24/11/2026.
doubt-yes-no-short = oui ou non
doubt-yes-no = { $field } : oui ou non est attendu.
doubt-choice-short = pas dans la liste
doubt-choice = { $field } : cette valeur n’est pas dans la liste.
doubt-link-short = pas un lien
doubt-link = { $field } : une adresse web est attendue, comme www.exemple.fr.

## Enregistrements refusés
invalid-no-id = L’enregistrement n’a pas d’identité.
invalid-empty = { $field } : une valeur est nécessaire.
invalid-too-long = { $field } : { $n } caractères au plus.
invalid-control-character = { $field } : un caractère invisible s’y trouve. Saisissez la valeur de nouveau.
invalid-out-of-range = { $field } : la valeur est hors limites.

## Doublons
duplicate-title = Doublon possible
duplicate-line = { $city ->
    [none] Doublon possible : { $name } ({ $likeness })
   *[other] Doublon possible : { $name }, { $city } ({ $likeness })
}
duplicate-open = Ouvrir la fiche
duplicate-distinct = Ce n’est pas lui
duplicate-archived = archivé
likeness-siren = même SIREN
likeness-vat = même n° de TVA
likeness-email = même e-mail
likeness-phone = même téléphone
likeness-name = même nom
likeness-near-name = nom proche

## Page des clients : titre, recherche, filtres, tableau
clients-count = { $n ->
    [one] { $n } client
   *[other] { $n } clients
}
clients-found = { $n ->
    [0] Aucun résultat
    [one] { $n } résultat
   *[other] { $n } résultats
}
clients-near = { $n ->
    [one] { $n } proche
   *[other] { $n } proches
}
clients-shown = { $n } sur { $total }
clients-selected = { $n ->
    [one] { $n } client sélectionné
   *[other] { $n } clients sélectionnés
}
clients-table = Tableau des clients
clients-sort = Tri : { $column }
clients-hint-open = Entrée ouvrir
clients-hint-select = Espace sélectionner
clients-hint-first = ↓ puis Entrée pour ouvrir
clients-hint-clear = Échap efface
clients-hint-move = Ctrl ← → déplacer
clients-hint-size = Maj ← → élargir
clients-filter-state = Filtrer par état
clients-filter-remove = Retirer le filtre { $filter }
clients-filter-lifted = La recherche et les filtres ont été levés pour montrer { $name }.
clients-reading = Lecture du carnet…
clients-columns = Colonnes
clients-columns-find = Chercher une colonne
clients-filter-categories = Filtrer par catégorie
clients-uncategorised = Sans catégorie
clients-categories-find = Chercher une catégorie
clients-filter-way = Clients qui portent
clients-filter-any = au moins une
clients-filter-all = toutes
clients-filter-or = ou
clients-filter-and = et
clients-fields = Champs
clients-filter-fields = Filtrer par champ personnalisé
clients-fields-find = Chercher un champ
clients-filter-custom = { $field } : { $value }
clients-filter-filled = rempli
clients-assign = Catégorie…
clients-places = Lieu
clients-filter-places = Filtrer par lieu
clients-places-find = Chercher un lieu
clients-place-count = { $place } · { $n }
clients-postcode-starts = Commence par { $start }
clients-department = Département
clients-filter-empty = vide
clients-filter-contains = contient « { $text } »
clients-filter-between = { $from } – { $to }
clients-filter-least = ≥ { $from }
clients-filter-most = ≤ { $to }
clients-filter-contains-which = contient…
clients-filter-between-which = entre…
clients-filter-piece = Contient
clients-filter-from = À partir de
clients-filter-to = Jusqu’à
clients-filter-unread = illisible
clients-filter-set = Filtrer
clients-compact = Lignes compactes
clients-bulk = Actions…
clients-export-selected = Exporter la sélection…
clients-delete-selected = Supprimer la sélection…
clients-delete-question = { $n ->
    [one] Supprimer { $n } client ?
   *[other] Supprimer { $n } clients ?
}
clients-delete-notes = { $n ->
    [one] { $n } note
   *[other] { $n } notes
}
clients-delete-files = { $n ->
    [one] { $n } pièce jointe
   *[other] { $n } pièces jointes
}
clients-delete-answers = { $n ->
    [one] { $n } réponse de consentement
   *[other] { $n } réponses de consentement
}
clients-delete-alone = Rien d’autre n’est conservé avec cette sélection. Cette suppression peut être annulée en une fois.
clients-delete-with = Seront aussi supprimés : { $what }. Cette suppression peut être annulée en une fois.
views-title = Vues
views-find = Chercher une vue
views-name = Nom de la vue
views-save = Enregistrer cette vue
views-rename-this = Renommer la vue
views-rename = Renommer { $name }
views-delete = Supprimer { $name }
views-delete-question = Supprimer la vue { $name } ?
views-delete-body = Les clients ne changent pas ; seuls ces filtres et ces colonnes sont oubliés.
views-replaces = Remplace la vue de ce nom
views-name-taken = une autre vue porte ce nom
views-replaced = La vue { $before } a été remplacée.
views-renamed = La vue { $before } s’appelle maintenant { $name }.
views-dropped = La vue { $name } a été supprimée.
views-put-back = Annuler
views-lost = La vue { $name } nomme aussi des catégories ou des champs qui n’existent plus ; elle est ouverte sans eux.
clients-unselect = Tout désélectionner
column-up = Monter { $name }
column-down = Descendre { $name }
column-name = Nom
column-contact = Contact principal
column-city = Ville
column-phone = Téléphone
column-state = État
column-select = Tout sélectionner
search-clients = Rechercher un client
search-create = Créer « { $query } »
search-near-names = Noms proches
search-found-in = dans { $field } : { $excerpt }
search-found-in-note-of = dans une note du { $day } : { $excerpt }
search-found-in-attachment = dans une pièce jointe : { $excerpt }
search-found-in-category = dans la catégorie { $excerpt }
empty-title = Votre carnet est vide
empty-body = Enregistrez votre premier client, ou reprenez ceux que vous avez déjà.
empty-hint = Rien n’est envoyé : tout reste dans votre fichier.

## Formulaire
form-title-new = Nouveau client
form-title-edit = Modifier { $name }
form-points = À vérifier
form-note-hint = Texte libre, privé. Déposez ici un PDF pour le joindre.
form-country-hint = France, ou un autre pays
form-mobile-show = Ajouter un mobile
form-more = Plus de champs : livraison, n° de TVA, conditions de paiement, autres contacts, champs personnalisés
form-section-identifiers = N° de TVA et autres identifiants
form-section-terms = Site web, langue, conditions de paiement
delivery-street = Rue de livraison
delivery-street2 = Complément de livraison
delivery-postcode = Code postal de livraison
delivery-city = Ville de livraison
delivery-region = Région de livraison
delivery-country = Pays de livraison
contact-main-role = Fonction du contact principal
contact-title = Contact { $n }
contact-first-name = Prénom du contact { $n }
contact-last-name = Nom du contact { $n }
contact-role = Fonction du contact { $n }
contact-email = E-mail du contact { $n }
contact-phone = Téléphone du contact { $n }
contact-add = Ajouter un contact
contact-make-main = Faire du contact { $n } le principal
contact-remove = Retirer le contact { $n }
category-hint = Ajouter…
vat-propose = Proposer { $number }
address-split-title = Adresse répartie
address-split = Adresse répartie : { $fields }
address-split-undo = Annuler la répartition
category-create = Créer « { $name } »
category-take-away = Retirer { $name }
form-file = { $name } · { $size }
category-suggested-wholesale = Grossistes
category-suggested-retail = Détaillants
category-suggested-regular = Clients réguliers
form-custom-homonym = { $name } (champ personnalisé)
form-custom-hint-date = 24/11/2026
form-custom-hint-link = www.exemple.fr
form-custom-none = Ce carnet n’a pas encore de champ personnalisé. On les crée dans les paramètres.
form-name-missing = Un nom est nécessaire.
form-nothing-changed = Rien n’a été modifié.

## Brouillons
draft-kept-at = Brouillon gardé à { $time }
draft-line = Brouillon de { $day } : { $name }
draft-nameless = sans nom
draft-resume = Reprendre
draft-delete = Supprimer le brouillon
draft-deleted = Brouillon supprimé

## À faire
todo-nothing = Rien à faire
todo-draft = Brouillon gardé { $day } à { $time }
todo-later = Plus tard
todo-done = Fait
todo-put-off = Reporter le rappel
todo-put-off-yes = Reporter
todo-tomorrow = Demain
todo-next-week = Dans une semaine
todo-other-day = Un autre jour…
todo-day = Jour
todo-day-hint = 24/11/2026
todo-day-gone = ce jour est passé
todo-to-complete = À compléter ({ $n })
todo-to-complete-under = Fiches auxquelles il manque une valeur attendue
todo-backup = La dernière sauvegarde est ancienne
todo-backup-last = Dernière sauvegarde : { $day }
todo-more = { $n ->
    [one] et { $n } autre rappel
   *[other] et { $n } autres rappels
}

## Récapitulatif
review-title = Récapitulatif
review-in-order = Tout est en ordre
review-points = { $n ->
    [one] { $n } point à vérifier
   *[other] { $n } points à vérifier
}
review-lead = Cliquez une ligne pour la corriger.
review-missing = { $field } : à compléter
review-as-typed = saisi : { $typed }
review-to-check = à vérifier
review-empty = vide
review-new = nouvelle
review-file = { $name } ({ $size })
review-confirm = Confirmer
review-confirm-new = Confirmer et nouveau
review-confirm-later = Confirmer, compléter plus tard
review-confirm-later-new = Confirmer, compléter plus tard et nouveau

## Fiche client
record-number-since = Client n° { $number } · depuis { $month }
record-contact-data = Coordonnées
record-contact = Contact
record-terms = Conditions
record-billing-data = Facturation
record-notes = Notes
record-copy = Copier { $field }
record-change = Modifier { $field }
record-more = Afficher plus ({ $n })
record-more-of = Plus d’actions : { $field }
record-documents = Documents
file-attach = Joindre un fichier…
file-save = Enregistrer sous… { $name }
file-rename = Renommer
file-name = Nom de la pièce jointe
record-open = Ouvrir { $field }
record-add = Ajouter
record-custom-more = { $n ->
    [one] { $n } champ vide
   *[other] { $n } champs vides
}
day-hint = jj/mm/aaaa
record-missing = À compléter : { $fields }
record-delete-question = Supprimer { $name } ?
record-delete-body = La fiche et ses notes sont retirées du carnet. Vous pourrez annuler la suppression.

## Notes d’un client
note-box = Noter un appel, un accord…
note-kind = Type de note
note-day = Jour
note-remind = Me le rappeler le
note-kind-changed = Nouveau type de note
note-day-changed = Nouveau jour
note-remind-changed = Nouveau rappel
note-pin = Épingler
note-pinned = Épinglée
note-unpin = Ne plus épingler
note-attach = Joindre un fichier à la note
note-save = Ajouter la note
note-unfold = Afficher tout
note-remind-on = Rappel : { $day }
note-remind-done = Fait
note-remind-later = Reporter
note-reminder = Rappel

## État du consentement, et réponses enregistrées
consent-given = donné
consent-refused = refusé
consent-unasked = non demandé
consent-withdraw = Retirer
consent-withdraw-of = Retirer le consentement : { $purpose }
consent-record = Enregistrer une réponse…
consent-record-title = Enregistrer une réponse
consent-all = Toutes les réponses
consent-entry = { $purpose } : { $answer }
consent-words = « { $words } » ({ $language })
consent-purpose = Objet de la question
consent-answer = Réponse
consent-channels = Moyens concernés
consent-day = Jour de la réponse
consent-evidence = Joindre une preuve…
consent-no-channel = Cochez au moins un moyen.
consent-day-ahead = Ce jour n’est pas encore venu.

## Historique
history-title = Historique
history-line = { $day } à { $time }, { $origin }
history-added = Client enregistré
history-removed = Client supprimé
history-archived = Client archivé
history-unarchived = Client remis parmi les actifs
history-set = { $field } : « { $after } »
history-cleared = { $field } : « { $before } » effacé
history-changed = { $field } : « { $before } » remplacé par « { $after } »
history-note-added = Note ajoutée : « { $text } »
history-note-removed = Note supprimée : « { $text } »
history-note-pinned = Note épinglée
history-note-unpinned = Note détachée
history-file-added = Pièce jointe ajoutée : { $name }
history-file-removed = Pièce jointe supprimée : { $name }
history-consent = { $purpose } : { $answer } ({ $channels })
history-all = Afficher tout l’historique
history-declined = { $field } : ne souhaite pas le communiquer
origin-window = dans la fenêtre
origin-import = par l’import de { $file }
origin-command-line = en ligne de commande
origin-undo = par une annulation
origin-redo = par un rétablissement

## Ce qui vient d’être fait, et son annulation
toast-client-added = { $name } est enregistré
toast-client-changed = { $name } est modifié
toast-client-archived = { $name } est archivé
toast-client-unarchived = { $name } est de nouveau actif
toast-client-deleted = { $name } est supprimé
toast-clients-archived = { $n ->
    [one] { $n } client archivé
   *[other] { $n } clients archivés
}
toast-clients-unarchived = { $n ->
    [one] { $n } client de nouveau actif
   *[other] { $n } clients de nouveau actifs
}
toast-clients-deleted = { $n ->
    [one] { $n } client supprimé
   *[other] { $n } clients supprimés
}
toast-clients-imported = { $n ->
    [0] Rien à importer
    [one] { $n } client importé
   *[other] { $n } clients importés
}
toast-category-added = La catégorie { $name } est créée
toast-category-changed = La catégorie { $name } est modifiée
toast-category-merged = La catégorie { $name } est fusionnée avec l’autre
toast-category-deleted = La catégorie { $name } est supprimée
toast-category-assigned = { $n ->
    [one] { $n } client ajouté à { $name }
   *[other] { $n } clients ajoutés à { $name }
}
toast-category-unassigned = { $n ->
    [one] { $n } client retiré de { $name }
   *[other] { $n } clients retirés de { $name }
}
toast-custom-added = Le champ { $name } est créé
toast-custom-changed = Le champ { $name } est modifié
toast-custom-arranged = L’ordre des champs est modifié
toast-custom-deleted = Le champ { $name } est supprimé
toast-note-added = Note ajoutée
toast-note-changed = Note modifiée
toast-note-deleted = Note supprimée
toast-consent-recorded = La réponse de { $name } est enregistrée
toast-attachment-added = { $n ->
    [one] { $name } est joint
   *[other] { $n } pièces jointes ajoutées
}
toast-attachment-renamed = La pièce jointe s’appelle maintenant { $name }
toast-attachment-deleted = { $name } est supprimé
toast-policy-changed = Les réglages de la fiche sont modifiés
toast-undone = Annulé : { $what }
toast-redone = Rétabli : { $what }
toast-open-record = Ouvrir la fiche
toast-copied = Copié
undo-add = Annuler l’ajout
undo-change = Annuler la modification
undo-archive = Annuler l’archivage
undo-unarchive = Annuler le retour
undo-delete = Annuler la suppression
undo-import = Annuler l’import
undo-distinct = Annuler « Ce n’est pas lui »
undo-merge = Annuler la fusion
undo-unassign = Annuler le retrait
undo-arrange = Annuler le changement d’ordre
undo-rename = Annuler le changement de nom
undo-nothing = Il n’y a rien à annuler.
redo-nothing = Il n’y a rien à rétablir.

## Import et export
import-title = Importer des clients
import-read = { $n ->
    [one] { $n } ligne lue
   *[other] { $n } lignes lues
}
import-added = { $n ->
    [one] { $n } client ajouté
   *[other] { $n } clients ajoutés
}
import-updated = { $n ->
    [one] { $n } client complété
   *[other] { $n } clients complétés
}
import-unchanged = { $n ->
    [one] { $n } client inchangé
   *[other] { $n } clients inchangés
}
import-refused = { $n ->
    [0] aucune ligne refusée
    [one] { $n } ligne refusée
   *[other] { $n } lignes refusées
}
import-doubts = { $n ->
    [0] rien à vérifier
    [one] { $n } valeur à vérifier
   *[other] { $n } valeurs à vérifier
}
import-refused-line = Ligne { $line } : { $reason }
import-mended-postcode = Ligne { $line } : code postal { $said } lu comme { $kept }, un tableur en a perdu le premier zéro
import-refused-name = aucun nom
import-refused-two = plusieurs clients correspondent : { $names }
import-confirm = Importer
import-dry-run = Rien n’a été écrit : ceci est un essai.
import-left-behind = Colonnes non reprises : { $columns }
export-title = Exporter les clients
export-whom = Clients à exporter
export-shown = Affichés ({ $n })
export-selected = Sélectionnés ({ $n })
export-all = Tous ({ $n })
export-form = Format
export-csv = CSV
export-xlsx = Excel (XLSX)
export-json = JSON
export-json-hint = JSON contient toujours toutes les données.
export-columns = Colonnes
export-columns-table = Celles du tableau
export-columns-every = Toutes les données
export-notes = Avec les notes, qui sont privées
export-stays = Les fichiers joints, l’historique et les preuves de consentement restent dans le carnet.
export-choose = Choisir le fichier…
export-too-many = Une feuille Excel n’a que { $n } lignes. Rien n’a été écrit. Exportez en CSV.
export-cell-too-long = Une cellule Excel n’a que { $n } caractères, et une valeur est plus longue. Rien n’a été écrit. Exportez en CSV, ou sans les notes.
export-done = { $n ->
    [one] { $n } client exporté
   *[other] { $n } clients exportés
}

## Paramètres
settings-language = Langue
settings-theme = Thème
settings-theme-light = clair
settings-theme-dark = sombre
settings-theme-system = système
settings-book = Carnet
settings-book-path = Ce carnet est le fichier { $path }
settings-backups = Sauvegardes
settings-backups-kept = { $n ->
    [0] Aucune sauvegarde
    [one] { $n } sauvegarde gardée
   *[other] { $n } sauvegardes gardées
}
settings-csv = Fichiers CSV exportés
settings-csv-semicolon = Point-virgule (Excel en français)
settings-csv-comma = Virgule
settings-about = À propos
settings-version = Version { $version }
settings-license = Licence { $license }

## Paramètres : catégories et champs personnalisés
settings-section = Section des paramètres
settings-general = Général
settings-categories = Catégories
settings-custom = Champs personnalisés
category-new = Nouvelle catégorie
category-add = Ajouter
category-name = Nom de la catégorie
category-there = « { $name } » existe déjà.
category-none = Ce carnet n’a pas encore de catégorie. Elles se créent ici, ou en saisissant un client.
category-edit = Modifier { $name }
category-more = Plus d’actions pour { $name }
category-merge-into = Fusionner dans…
category-merge-into-field = Fusionner dans
category-merge-title = Fusionner « { $name } »
category-merge-body = { $n ->
    [0] Aucun client ne porte « { $name } » : la catégorie disparaît.
    [one] { $n } client porte « { $name } » : il passe dans l’autre catégorie, et « { $name } » disparaît.
   *[other] { $n } clients portent « { $name } » : ils passent dans l’autre catégorie, et « { $name } » disparaît.
}
category-merge = Fusionner
category-delete-question = Supprimer « { $name } » ?
category-delete-body = { $n ->
    [0] Aucun client ne porte cette catégorie. Vous pourrez annuler la suppression.
    [one] { $n } client porte cette catégorie et la perd. Vous pourrez annuler la suppression.
   *[other] { $n } clients portent cette catégorie et la perdent. Vous pourrez annuler la suppression.
}
tint-blue = bleu
tint-violet = violet
tint-amber = ambre
tint-green = vert
tint-rose = rose
tint-grey = gris
custom-add = Nouveau champ…
custom-add-yes = Ajouter le champ
custom-new = Nouveau champ personnalisé
custom-list-none = Ce carnet n’a pas encore de champ personnalisé. Ajoutez ce que vous voulez savoir de vos clients.
custom-up = Monter { $name }
custom-down = Descendre { $name }
custom-more = Plus d’actions pour { $name }
custom-edit = Modifier…
custom-edit-title = Modifier { $name }
custom-hide = Masquer
custom-show = Afficher
custom-hidden = { $kind }, masqué
custom-name = Nom du champ
custom-there = un autre champ porte ce nom
custom-kind = Type
custom-kind-stays = { $n ->
    [one] { $kind }. { $n } client a une valeur : le type ne change plus.
   *[other] { $kind }. { $n } clients ont une valeur : le type ne change plus.
}
custom-kind-text = Texte
custom-kind-long-text = Texte long
custom-kind-number = Nombre
custom-kind-amount = Montant
custom-kind-date = Date
custom-kind-yes-no = Oui ou non
custom-kind-choice = Choix
custom-kind-link = Lien
custom-kind-email = E-mail
custom-kind-phone = Téléphone
custom-example-text = Code porte B12
custom-example-long-text = plusieurs lignes
custom-example-number = 12,5
custom-example-amount = 1 234,50 €
custom-example-yes-no = Oui
custom-example-choice = Bronze, Argent, Or
custom-example-email = nom@exemple.fr
custom-example-phone = 01 42 60 30 30
custom-choices = Valeurs à choisir
custom-choice = Valeur { $n }
custom-choice-add = Ajouter une valeur
custom-choice-up = Monter la valeur { $n }
custom-choice-down = Descendre la valeur { $n }
custom-choice-remove = Retirer la valeur { $n }
custom-choice-gone = { $n ->
    [one] « { $value } » : { $n } client garde cette valeur, qui sera à vérifier.
   *[other] « { $value } » : { $n } clients gardent cette valeur, qui sera à vérifier.
}
custom-delete-question = Supprimer « { $name } » ?
custom-delete-body = { $n ->
    [0] Aucun client n’a de valeur dans ce champ. Vous pourrez annuler la suppression.
    [one] { $n } client a une valeur dans ce champ et la perd. Vous pourrez annuler la suppression.
   *[other] { $n } clients ont une valeur dans ce champ et la perdent. Vous pourrez annuler la suppression.
}

## Restauration
restore-title = Restaurer une sauvegarde
restore-question = Remplacer le carnet par la sauvegarde de { $day } ?
restore-backup = Sauvegarde : { $clients }, dernière modification { $day }
restore-now = Carnet actuel : { $clients }, dernière modification { $day }
restore-aside = Le carnet actuel n’est pas supprimé : il est mis de côté.
restore-confirm = Restaurer
restore-done = La sauvegarde est restaurée. Le carnet d’avant est ici : { $path }

## Erreurs et accidents
error-title = Quelque chose s’est mal passé
error-crash-title = Comptoir s’est arrêté sur une erreur
error-crash-body = Votre saisie est gardée comme brouillon. Fermez puis rouvrez Comptoir : vous la retrouverez.

## Tailles, jours, listes
size-bytes = { $n } octets
size-kilobytes = { $n } Ko
size-megabytes = { $n } Mo
size-gigabytes = { $n } Go
day-today = aujourd’hui
day-yesterday = hier
day-tomorrow = demain
day-before-yesterday = avant-hier
day-in-a-week = dans une semaine
day-in-a-month = dans un mois
day-other = un autre jour…
day-choose = Choisir : { $field }
moment-at = { $day } à { $time }
list-and = { $first } et { $last }
list-and-i = { $first } et { $last }

## Livres et disques : ce qui n’a pas marché, et que faire
error-missing = Le carnet n’est pas là. Ouvrez-en un autre, ou restaurez une sauvegarde. Fichier : { $path }
error-exists = Un fichier porte déjà ce nom. Choisissez-en un autre. Fichier : { $path }
error-empty = Ce fichier est vide, ce n’est plus un carnet. Restaurez une sauvegarde. Fichier : { $path }
error-foreign = Ce fichier n’est pas un carnet Comptoir : il n’a pas été touché. Choisissez un carnet. Fichier : { $path }
error-cut-off = La fin de ce carnet manque : il n’a pas été touché. Restaurez une sauvegarde. Fichier : { $path }
error-newer = Ce carnet vient d’une version plus récente de Comptoir : il n’a pas été touché. Installez la dernière version. Fichier : { $path }
error-damaged = Ce carnet est abîmé : il n’a pas été touché. Restaurez une sauvegarde. Détail : { $detail }. Fichier : { $path }
error-read-only = Ce carnet est en lecture seule. Donnez le droit d’y écrire, ou copiez-le ailleurs. Fichier : { $path }
error-in-use = Ce carnet est ouvert dans une autre fenêtre, ou sa sauvegarde se termine. Il s’ouvrira ici tout seul dès qu’il sera libre. Fichier : { $path }
error-in-use-verb = Ce carnet est ouvert dans une fenêtre. Fermez-la, puis recommencez. Fichier : { $path }
error-not-plain = Ce fichier est un dossier ou a deux noms : l’ouvrir pourrait l’abîmer. Copiez-le, puis ouvrez la copie. Fichier : { $path }
error-vanished = Le fichier du carnet a été déplacé, supprimé ou remplacé. Rien n’a été enregistré. Remettez-le à sa place, ou enregistrez une copie de ce qui est ouvert. Fichier : { $path }
error-full = Le disque est plein. Rien n’a été enregistré. Libérez de la place, puis enregistrez de nouveau. Fichier : { $path }
error-unsure = Le disque n’a pas répondu à temps : la modification est peut-être enregistrée. Enregistrez de nouveau, elle ne sera faite qu’une fois. Détail : { $detail }. Fichier : { $path }
error-unkeepable = Cette valeur ne peut pas être gardée. Raccourcissez-la. Détail : { $detail }. Fichier : { $path }
error-io = Le disque a signalé une erreur. Rien n’a été enregistré. Vérifiez-le, puis enregistrez de nouveau. Détail : { $detail }. Fichier : { $path }
refused-changed-meanwhile = { $name } a changé entre-temps. Relisez le récapitulatif avant de confirmer.
refused-gone = Ce client n’est plus dans le carnet.
refused-record-changed = { $what ->
    [category] Cette catégorie a changé entre-temps. Regardez-la de nouveau avant de la modifier.
    [field] Ce champ a changé entre-temps. Regardez-le de nouveau avant de le modifier.
    [note] Cette note a changé entre-temps. Relisez-la avant de la modifier.
    [policy] Les réglages de la fiche ont changé entre-temps. Regardez-les de nouveau avant de les modifier.
   *[other] Cette pièce jointe a changé entre-temps. Regardez-la de nouveau avant de la modifier.
}
refused-record-gone = { $what ->
    [category] Cette catégorie n’est plus dans le carnet.
    [field] Ce champ n’est plus dans le carnet.
    [note] Cette note n’est plus dans le carnet.
   *[other] Cette pièce jointe n’est plus dans le carnet.
}
refused-category-taken = Une catégorie s’appelle déjà { $name }. Choisissez un autre nom.
refused-custom-taken = Un champ s’appelle déjà { $name }. Choisissez un autre nom.
refused-evidence = { $name } prouve un consentement : cette pièce jointe reste tant que le client est dans le carnet.
refused-number-taken = Le numéro { $number } est celui de { $name }. Choisissez-en un autre.
refused-number-taken-id = Le numéro { $number } est déjà pris. Choisissez-en un autre.
refused-still-referred = { $what ->
    [client] Des clients s’en servent depuis. Annulez d’abord ce qui est venu après.
    [note] Une note s’y rapporte depuis. Annulez d’abord cette note.
    [attachment] Une pièce jointe s’y rapporte depuis. Annulez d’abord cette pièce jointe.
    [consent] Ce client a répondu depuis à une question de consentement, et une réponse ne s’annule pas. Le client peut être archivé ou supprimé.
   *[other] Autre chose s’y rapporte depuis. Annulez d’abord ce qui est venu après.
}
refused-proves = Cette pièce jointe prouve un consentement : elle reste tant que le client est dans le carnet.
refused-append-only = Une réponse de consentement ne s’annule pas : enregistrez la bonne réponse ou un retrait.
refused-category-taken-since = Une autre catégorie porte ce nom depuis. Renommez-la d’abord.
refused-custom-taken-since = Un autre champ porte ce nom depuis. Renommez-le d’abord.
refused-changed-since = Il y a eu une autre modification depuis. Annulez-la d’abord.
refused-already-undone = C’est déjà annulé.

## Ce qu’un acte a fait, pour le nommer
deed-register-client = ajout de { $name }
deed-change-client = modification de { $name }
deed-archive-clients = { $n ->
    [one] archivage de { $name }
   *[other] archivage de { $n } clients
}
deed-reactivate-clients = { $n ->
    [one] retour de { $name }
   *[other] retour de { $n } clients
}
deed-delete-clients = { $n ->
    [one] suppression de { $name }
   *[other] suppression de { $n } clients
}
deed-import-clients = { $n ->
    [one] import de { $n } client
   *[other] import de { $n } clients
}
deed-distinguish-clients = « Ce n’est pas lui » pour { $name }
deed-create-category = création de la catégorie { $name }
deed-change-category = modification de la catégorie { $name }
deed-merge-categories = fusion de la catégorie { $name }
deed-delete-category = suppression de la catégorie { $name }
deed-assign-category = { $n ->
    [one] ajout de { $n } client à { $name }
   *[other] ajout de { $n } clients à { $name }
}
deed-unassign-category = { $n ->
    [one] retrait de { $n } client de { $name }
   *[other] retrait de { $n } clients de { $name }
}
deed-create-custom-field = création du champ { $name }
deed-change-custom-field = modification du champ { $name }
deed-arrange-custom-fields = ordre des champs
deed-delete-custom-field = suppression du champ { $name }
deed-add-note = ajout d’une note pour { $name }
deed-change-note = modification d’une note pour { $name }
deed-delete-note = suppression d’une note pour { $name }
deed-record-consent = réponse de { $name }
deed-attach-files = { $n ->
    [one] ajout de { $name }
   *[other] ajout de { $n } pièces jointes
}
deed-rename-attachment = nouveau nom de { $name }
deed-delete-attachment = suppression de { $name }
deed-change-policy = modification des réglages de la fiche
undo-older-title = Annuler une modification plus ancienne ?
undo-older-body = Depuis l’ouverture, rien n’a été fait. La dernière modification du { $day } : { $what }.

## Fenêtre
file-kind-table = Tableau
file-kind-book = Carnet Comptoir
copy-saved = La copie est enregistrée. Fichier : { $path }
work-title = Un instant
work-percent = { $n } %
work-stopped = Arrêté. Rien n’a été écrit.
restore-set-aside = mis de côté
action-undo-last = Annuler la dernière modification
action-complete = Compléter
action-undo-this = Annuler cette modification
toast-undone-kept = { $n ->
    [one] { $n } élément modifié ou utilisé depuis est gardé
   *[other] { $n } éléments modifiés ou utilisés depuis sont gardés
}
toast-undone-left-out = { $n ->
    [one] sans { $names }, supprimé depuis
   *[other] sans { $names }, supprimés depuis
}
toast-clients-distinct = Noté : ce sont deux clients différents
history-other = Fiche modifiée
key-escape = Échap
key-shift = Maj
key-space = Espace
## Un fichier qui ne peut pas être lu ou écrit : la ligne, puis que faire
import-refused-cells = plus de valeurs que d’en-têtes
import-refused-otherwise = même client que la ligne { $line }, mais « { $column } » diffère
import-refused-number = le numéro { $number } est celui de { $name }
import-called-off = L’import est abandonné. Rien n’a été écrit.
table-empty = Ce fichier est vide. Exportez-le de nouveau depuis l’autre logiciel. Fichier : { $path }
table-header-only = Ce fichier a des en-têtes, mais aucune ligne. Exportez-le de nouveau depuis l’autre logiciel. Fichier : { $path }
table-bad-json = Ce fichier JSON n’est pas un export de clients, ou il est coupé. Exportez-le de nouveau, puis importez-le. Fichier : { $path }
table-workbook = Ce fichier est un classeur ou une archive. Enregistrez-le au format CSV, puis importez-le. Fichier : { $path }
table-bad-workbook = Ce classeur est illisible : abîmé, protégé par un mot de passe ou d’un autre genre. Ouvrez-le dans un tableur, enregistrez-le en XLSX ou CSV, puis importez-le. Fichier : { $path }
table-page = Ce fichier est une page web, pas un tableau. Ouvrez-le dans un tableur, enregistrez-le en XLSX ou CSV, puis importez-le. Fichier : { $path }
table-unpacks = Ce classeur dépasse { $size } une fois décompressé. Coupez-le en plusieurs, puis importez chaque partie. Fichier : { $path }
table-nul = La ligne { $line } n’est pas du texte. Enregistrez le fichier au format CSV UTF-8, puis importez-le. Fichier : { $path }
table-too-large = Ce fichier dépasse { $size }. Coupez-le en plusieurs, puis importez chaque partie. Fichier : { $path }
table-too-many-rows = Ce fichier a plus de { $n } lignes. Coupez-le en plusieurs, puis importez chaque partie. Fichier : { $path }
table-too-many-columns = La ligne { $line } a plus de { $n } colonnes. Corrigez-la, puis importez de nouveau. Fichier : { $path }
table-cell-too-long = La ligne { $line } a une valeur de plus de { $n } caractères. Corrigez-la, puis importez de nouveau. Fichier : { $path }
table-open-quote = La ligne { $line } ouvre un guillemet et ne le ferme jamais. Corrigez-la, puis importez de nouveau. Fichier : { $path }
file-unreadable = Ce fichier ne peut pas être lu. Vérifiez son nom et vos droits. Détail : { $detail }. Fichier : { $path }
file-unwritable = Ce fichier ne peut pas être écrit ; ce qui s’y trouvait n’a pas changé. Vérifiez le dossier et la place libre. Détail : { $detail }. Fichier : { $path }
export-ending = Le nom du fichier doit avoir l’extension csv, xlsx ou json. Fichier : { $path }
export-called-off = L’export est abandonné. Rien n’a été écrit.

## Ligne de commande
cli-no-window = La fenêtre n’a pas pu s’ouvrir. Vérifiez qu’un écran est disponible ; les commandes marchent sans : comptoir --help. Détail : { $detail }
cli-no-folder = Le dossier des données est introuvable. Indiquez le carnet avec --book.
cli-book-made = Nouveau carnet : { $path }
cli-demo-done = { $n ->
    [one] { $n } client d’exemple ajouté : { $path }
   *[other] { $n } clients d’exemple ajoutés : { $path }
}
cli-demo-not-empty = Ce carnet contient déjà des clients. Indiquez un nouveau fichier avec --book. Fichier : { $path }
cli-no-client = Aucun client n’a l’identifiant ni le numéro { $id }.
cli-no-category = Aucune catégorie ne s’appelle « { $name } ».
cli-no-country = Aucun pays ne s’appelle « { $name } ».
cli-no-department = Aucun département n’a le numéro ou le nom « { $name } ».
cli-no-postcode = « { $name } » n’est pas un début de code postal.
cli-no-field = Aucun champ personnalisé ne s’appelle « { $name } ».
cli-no-value = Le champ personnalisé « { $field } » ne peut pas être « { $value } ».
cli-no-view = Aucune vue ne s’appelle « { $name } ».
cli-export-no-notes = Les notes sont privées et ne sont pas exportées ; ajoutez --notes pour les joindre.
cli-check-sound = Tout est en ordre : { $clients }.
cli-check-findings = { $n ->
    [one] { $n } anomalie. Restaurez une sauvegarde saine. Fichier : { $path }
   *[other] { $n } anomalies. Restaurez une sauvegarde saine. Fichier : { $path }
}
cli-backup-done = Sauvegarde faite ({ $clients }) : { $path }
cli-restored = La sauvegarde est restaurée : { $path }
cli-aside = mis de côté
cli-undo-kept = Modifiés ou utilisés depuis, et laissés tels quels : { $names }
cli-output = La sortie ne peut pas être écrite. Détail : { $detail }
error-cancelled = La copie est abandonnée. Fichier : { $path }
cli-value = { $label } : { $value }
cli-remind = rappel le { $date }

# Consentement
consent-service = Factures et messages de service
consent-offers = Offres et actualités
consent-item-service = Consentement : factures
consent-item-offers = Consentement : offres
consent-title = Consentement
consent-ask-service = Je vous envoie vos factures par e-mail ?
consent-ask-offers = Et parfois une offre, une nouvelle ?
consent-read = « { $words } »
consent-not-asked = Pas demandé
consent-yes = oui
consent-no = non
consent-withdrawn = retiré
consent-by-channels = { $answer } ({ $channels })
channel-email = e-mail
channel-phone = téléphone
channel-post = courrier
consent-method = Comment la réponse est venue
consent-by-phone = par téléphone
consent-in-person = en personne
consent-on-paper = sur papier
consent-by-email = par e-mail
consent-on-web = sur un site web

value-yes = Oui
value-no = Non

## Pièces jointes : ce que dit un fichier qui ne peut pas être joint, ouvert ou enregistré
attachment-choose = Joindre un fichier
attachment-save = Enregistrer la pièce jointe
attachment-staged = { $n ->
    [one] { $name } est gardé avec le brouillon
   *[other] { $n } fichiers sont gardés avec le brouillon
}
attachment-form-closed = { $n ->
    [one] { $name } n’est pas joint : le formulaire est fermé.
   *[other] { $n } fichiers ne sont pas joints : le formulaire est fermé.
}
attachment-more-refused = { $n ->
    [one] Un autre fichier n’a pas été joint.
   *[other] { $n } autres fichiers n’ont pas été joints.
}
attachment-saved = { $name } est enregistré. Fichier : { $path }
attachment-too-large = { $name } fait { $size } Mo : { $most } Mo au plus.
attachment-missing = { $name } n’est plus là.
attachment-folder = { $name } est un dossier. Joignez les fichiers qu’il contient.
attachment-not-plain = { $name } n’est pas un fichier ordinaire et ne peut pas être joint.
attachment-changed = { $name } a changé pendant la lecture. Enregistrez-le dans l’autre programme, puis recommencez.
attachment-unreadable = { $name } ne peut pas être lu. Vérifiez vos droits. Détail : { $detail }
attachment-gone = Le contenu de { $name } n’est pas dans le carnet. Restaurez une sauvegarde.
attachment-damaged = Le contenu de { $name } est abîmé dans le carnet. Restaurez une sauvegarde.
attachment-unwritable = { $name } ne peut pas être écrit. Vérifiez le dossier et la place libre. Détail : { $detail }
attachment-not-opened = Aucun programme n’a ouvert { $name }. Enregistrez-le sous un autre nom, puis ouvrez-le. Détail : { $detail }
file-kind-any = Tous les fichiers
refused-no-bytes = Le contenu de { $name } n’est pas dans le carnet. Joignez le fichier de nouveau.
terms-receipt = à réception
terms-net = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
terms-net-then-end-of-month = { $days ->
    [one] { $days } jour fin de mois
   *[other] { $days } jours fin de mois
}
terms-end-of-month = fin de mois
terms-end-of-month-then = fin de mois + { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}

## Palette, raccourcis, réglages de la fiche
palette-title = Aller à…
palette-hint = Un client, une action
palette-view = Vue : { $name }
palette-choice = { $of } : { $what }
palette-list = Résultats
palette-keys = ↑ ↓ pour choisir, Entrée pour ouvrir, Échap pour fermer
shortcuts-title = Raccourcis
shortcuts-everywhere = Partout
shortcuts-form = Dans le formulaire
shortcuts-client = Sur la fiche client
shortcuts-rows = Dans une liste
shortcuts-inside = Dans un champ ou une fenêtre
keys-confirm = Valider
keys-leave = Fermer, ou laisser comme avant
keys-open-row = Ouvrir la ligne
keys-select-row = Sélectionner la ligne
keys-select-all = Tout sélectionner
keys-select-on = Étendre la sélection
keys-move-column = Déplacer la colonne
keys-size-column = Élargir ou rétrécir la colonne
shortcuts-line = { $name } : { $keys }
action-ask-no-more = Ne plus demander
review-strict = Complétez d’abord les champs marqués d’un astérisque.
settings-record = Fiche client
settings-policy = Champs de la fiche
settings-policy-lead = Sans un champ à astérisque, la fiche reste à compléter ; un champ recommandé est rappelé dans le récapitulatif.
settings-policy-complete = Complet
settings-policy-name = Nom seul
settings-policy-own = Personnalisé
settings-policy-field = Champ
settings-strict = Ne pas enregistrer le formulaire sans les champs à astérisque
wish-starred = astérisque
wish-recommended = recommandé
wish-shown = affiché
wish-hidden = masqué
settings-review = Récapitulatif
settings-review-lead = Un nouveau client est toujours récapitulé. Pour une modification :
settings-review-needed = s’il y a un point à vérifier
settings-review-always = toujours
settings-questions = Questions de consentement
settings-questions-lead = Lues à voix haute, en { $language }. Les mots lus sont gardés avec chaque réponse.
settings-question-usual = Reprendre les mots habituels : { $name }
settings-recent = Carnets récents
recent-open = Ouvrir { $name }
recent-forget = Oublier { $name }
settings-table = Tableau des clients
settings-compact = Lignes compactes
second-place-choose = Copier aussi les sauvegardes ailleurs…
second-place-forget = Ne plus copier ailleurs
second-place-path = Chaque sauvegarde est aussi copiée dans { $path }
second-place-copied = La dernière sauvegarde s’y trouve.
second-place-missing = Le second emplacement n’est pas là : la dernière sauvegarde n’y est pas copiée.
second-place-absent = Second emplacement absent
settings-imports = Imports
imports-none = Aucun fichier n’a été importé. Ce qui est importé se retrouve ici et s’annule en entier, même plus tard.
imports-said = Chaque import s’annule en entier, même plus tard. Les clients modifiés depuis sont gardés.
import-when = { $day }, { $time }
import-undone = Annulé
import-undo-named = Annuler l’import de { $file }, { $when }
import-undo-question = Annuler l’import de { $file } ?
import-undo-body = { $n ->
    [one] Import de { $n } client, { $when }. S’il a été modifié depuis, il est gardé et nommé.
   *[other] Import de { $n } clients, { $when }. Ceux qui ont été modifiés depuis sont gardés et nommés.
}
toast-undone-kept-named = { $kept } : { $names }
import-column = Colonne
import-sample = Exemple
import-becomes = Devient
import-becomes-named = { $name } devient
import-column-number = Colonne { $n }
import-sample-none = vide
import-sample-before = Exemple précédent
import-sample-after = Exemple suivant
import-target-find = Chercher un champ
import-sheet = Feuille
import-said = { $file } · { $form } · { $rows }. Rien n’est écrit avant « Importer ».
import-form-workbook = classeur XLSX
import-form-mixed = UTF-8 et Windows-1252
import-form-semicolons = points-virgules
import-form-commas = virgules
import-form-tabs = tabulations
import-form-bars = barres verticales
import-count-add = { $n } à ajouter
import-count-update = { $n } à compléter
import-count-unchanged = { $n ->
    [one] { $n } inchangé
   *[other] { $n } inchangés
}
import-count-check = dont { $n } à vérifier
import-count-refused = { $n ->
    [one] { $n } refusé
   *[other] { $n } refusés
}
import-count-left-out = { $n ->
    [one] { $n } écarté
   *[other] { $n } écartés
}
import-show-only = Ne montrer que ces lignes
import-show-all = Montrer toutes les lignes
import-rows = Lignes du fichier
import-line = Ligne
import-client = Client
import-verdict = Verdict
import-nameless = Sans nom
import-verdict-add = Ajouter
import-verdict-update = Compléter
import-verdict-unchanged = Inchangé
import-verdict-left-out = Écarté
import-verdict-check = { $field } : { $what }
import-verdict-refused = Refusé : { $reason }
import-row = Ligne { $line }
import-back = Retour aux colonnes
import-changes = Ce qui change
import-values = Valeurs de la ligne
import-verdict-twin = Ressemble à { $name }
import-twin-in-book = Ressemble à { $name }, déjà dans le carnet : { $likeness }.
import-twin-in-file = Ressemble à { $name }, ligne { $line } : { $likeness }.
import-twin-other = C’est un autre client
import-twin-same = C’est le même
import-leave-out = Ne pas importer cette ligne
import-cell-undo = Rendre à { $name } sa valeur du fichier
import-planning = Analyse du fichier : { $n } %
import-undone-later = Un import s’annule en entier, même plus tard.
import-confirm-count = { $n ->
    [one] Importer { $n } client
   *[other] Importer { $n } clients
}
target-note = Dans la note, avec l’en-tête
target-nothing = Ignorer cette colonne
target-new-field = Nouveau champ : { $name }
target-new-field-of = Nouveau champ ({ $kind })
target-name = Nom du client
target-shown-name = Nom affiché
target-contact-name = Nom complet du contact
target-full-name = Prénom et nom
target-address-block = Adresse complète
target-address-line = Adresse, ligne { $n }
target-delivery-line = Adresse de livraison, ligne { $n }
target-is-active = Actif, oui ou non
target-is-archived = Archivé, oui ou non
target-declined = Champs non communiqués
target-computed = Calculé par Comptoir
target-left-behind = Reste dans l’autre carnet
