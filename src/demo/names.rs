//! What the clients of a demo are called, and what one notes about them. Nobody in particular.

/// The words of a list.
pub(super) fn words(list: &'static str) -> Vec<&'static str> {
    list.split_whitespace().collect()
}

/// The lines of a list.
pub(super) fn lines(list: &'static str) -> Vec<&'static str> {
    list.lines().collect()
}

pub(super) const FIRST_NAMES: &str = "\
Adèle Adrien Agathe Agnès Alain Albane Alexandre Alice Alix Amandine Amélie Anaïs André Anne Anne-Marie Antoine Arnaud \
Arthur Aude Audrey Aurélie Axel Baptiste Béatrice Benjamin Benoît Bernard Brigitte Bruno Camille Carole Caroline Cécile \
Céline Chantal Charles Charlotte Chloé Christelle Christian Christine Christophe Claire Clara Claude Clément Colette \
Coralie Corinne Cyril Damien Daniel Danielle David Delphine Denis Didier Dominique Édith Édouard Élise Éléonore Émilie \
Emma Emmanuel Éric Estelle Étienne Eugénie Eva Fabien Fabrice Fanny Florence Florian François Françoise Frédéric \
Gabriel Gaëlle Gaspard Geneviève Georges Gérard Gilles Guillaume Hélène Henri Hervé Hugo Inès Isabelle Jacqueline \
Jacques Jean Jeanne Jean-Luc Jean-Pierre Jérôme Joëlle Jonathan Joseph Judith Jules Julie Julien Juliette Justine Karim \
Karine Laetitia Laura Laurence Laurent Léa Léo Léon Lionel Lise Louis Louise Luc Lucas Lucie Ludovic Madeleine Maëlle \
Manon Marc Marcel Margaux Marie Marine Marion Martine Mathieu Mathilde Maxime Mehdi Mélanie Michel Michèle Monique \
Morgane Myriam Nadège Nathalie Nicolas Nicole Noé Noémie Océane Odile Olivier Pascal Patrice Patricia Patrick Paul \
Pauline Perrine Philippe Pierre Quentin Rachid Raphaël Raymond Rémi Renaud Robert Romain Rose Sabrina Samuel Sandrine \
Sarah Sébastien Serge Simon Solène Sonia Sophie Stéphane Stéphanie Suzanne Sylvain Sylvie Théo Thérèse Thierry Thomas \
Tiphaine Valentin Valérie Véronique Victor Vincent Virginie Xavier Yann Yasmine Yves Yvonne Zoé";

pub(super) const SURNAMES: &str = "\
Adam Allard André Antoine Arnaud Aubert Aubry Bailly Barbier Baron Barre Barthélemy Baudin Beaumont Benard Benoit Berger \
Bernard Berthelot Bertin Bertrand Besson Blanc Blanchard Blondel Bodin Boissel Bonnet Bouchard Boucher Boulanger Bourdon \
Bourgeois Boutin Bouvier Boyer Breton Briand Brun Brunet Buisson Camus Carlier Caron Carpentier Carré Castel Chabot \
Charles Charpentier Charrier Chauvin Chevalier Chevallier Clément Colas Colin Collet Collin Cordier Coste Cousin Courtois \
Da Silva Dallery Daniel David Delaunay Delmas Deschamps Descamps Devaux Diallo Didier Dubois Duchêne Dufour Duhamel Dumas \
Dumont Dupont Dupré Dupuis Dupuy Durand Duval Étienne Fabre Fabry Faure Favre Fernandez Ferrand Fleury Fontaine Foucher \
Fournier François Gaillard Garcia Garnier Gaudin Gauthier Gautier Georges Gérard Germain Gilbert Gillet Girard Giraud \
Godard Gonzalez Grenier Grondin Guérin Guichard Guillaume Guillet Guillot Guyot Haddad Hamon Hardy Hébert Henry Hervé \
Hoarau Huet Hubert Humbert Imbert Jacob Jacquet Jacquot Jean Joly Joubert Jourdan Julien Klein Lacroix Lagarde Lambert \
Langlois Laporte Laroche Launay Laurent Lebon Lebrun Leclerc Leclercq Lecomte Lefebvre Lefèvre Léger Legrand Legros \
Lejeune Lemaire Lemaitre Lemoine Léonard Leroux Leroy Lesage Lévêque Lopez Loiseau Lucas Maillard Maillot Mallet Marchal \
Marchand Maréchal Marie Marin Marion Martel Martin Martinez Martineau Marty Masson Mathieu Maury Mercier Merle Méunier \
Meyer Michaud Michel Millet Monnier Moreau Morel Morin Morvan Moulin Muller Navarro Nguyen Nicolas Noël Olivier Ollivier \
Paris Parmentier Pasquier Payet Pelletier Perez Perret Perrier Perrin Perrot Petit Philippe Picard Pichon Pierre Pineau \
Poirier Pons Poulain Prévost Prigent Raymond Regnier Rémy Renard Renaud Renault Rey Reynaud Ribeiro Richard Riou Rivière \
Robert Robin Roche Rodriguez Roger Rolland Rousseau Roussel Roux Roy Royer Salaün Salmon Sanchez Sauvage Schmitt Schneider \
Simon Tanguy Tessier Texier Thomas Tran Vallée Vasseur Verdier Vidal Vincent Voisin Wagner Weber Ziani";

/// Names of companies: S a surname, T another one, P the city, F a first name.
pub(super) const COMPANIES: &str = "\
Boulangerie S
Boulangerie-pâtisserie S
Maison S
Maison S & Fils
Garage S
Garage de P
S Plomberie
S Électricité
S & T
S, T et associés
S Rénovation
S Conseil
S Paysage
S Traiteur
S Immobilier
S Transports
S Couverture
Menuiserie S
Menuiserie S & Fils
Ébénisterie S
Ferronnerie S
Imprimerie S
Imprimerie de P
Librairie S
Librairie de P
Cabinet S
Cabinet S T
Cabinet dentaire S
Étude S
Clinique vétérinaire S
Pharmacie S
Pharmacie de P
Optique S
Pressing de P
Fleurs de F
Chez F
Le Comptoir de F
La Table de F
Les Jardins de F
L’Atelier de F
Atelier S
Atelier de couture S
Brasserie S
Brasserie de P
Café de P
Hôtel S
Hôtel de P
Restaurant S
Crêperie S
Fromagerie S
Charcuterie S
Boucherie S
Poissonnerie S
Primeurs S
Épicerie S
Cave S
Caves de P
Domaine S
Domaine S-T
Château S
Ferme S
Vergers S
Pépinières S
Serrurerie S
Peinture S
Maçonnerie S
Carrelage S
Charpentes S
Isolation S
Chauffage S
Cuisines S
Auto-école S
Auto-école de P
Ambulances S
Taxis S
Coiffure F
Institut F
Studio S
Studio photo S
Agence S
Agence S T
Agence de P
Groupe S
Établissements S
Société S
Entreprise S
Laiterie S
Minoterie S
Moulin S
Scierie S
Carrières S
Fonderie S
Confiserie S
Chocolaterie S
Torréfaction S
Distillerie S
Savonnerie S
Parfumerie S
Bijouterie S
Horlogerie S
Cordonnerie S
Maroquinerie S
Tapisserie S
Papeterie S
Galerie S
Théâtre de P
École de musique de P
Association sportive de P
Les Amis de P
Comité des fêtes de P
Mairie de P
S Informatique
S Numérique
S Formation
S Nettoyage
S Sécurité
S Location
S Emballages
S Distribution
S Négoce
S Architecture
S Design
S Communication
S Événements
S Assurances
S Audit
S Gestion
S Médical
S Sport
S Cycles
S Nautique
S Textile
S Bois
S Métal
S Énergie
S Solaire
S Matériaux";

/// Legal forms; most names have none.
pub(super) const FORMS: [&str; 5] = ["SARL", "SAS", "EURL", "SASU", "SA"];

pub(super) const ROLES: [&str; 12] = [
    "gérant",
    "gérante",
    "présidente",
    "directeur",
    "directrice",
    "comptable",
    "assistante de direction",
    "achats",
    "responsable de magasin",
    "chef de chantier",
    "secrétaire",
    "associé",
];

pub(super) const STREETS: &str = "\
rue de la République
rue Victor-Hugo
avenue Jean-Jaurès
rue du Général-de-Gaulle
rue Pasteur
place de la Mairie
rue de l’Église
avenue de la Gare
rue des Écoles
rue du Moulin
boulevard Gambetta
rue Jules-Ferry
rue de la Paix
place du Marché
rue Nationale
rue du 8-Mai-1945
rue du 11-Novembre
rue Jean-Moulin
avenue du Maréchal-Foch
rue Voltaire
rue Émile-Zola
impasse des Lilas
allée des Tilleuls
chemin des Vignes
rue des Jardins
rue du Stade
route de Lyon
route de Paris
rue Saint-Martin
rue Saint-Jacques
rue Sainte-Anne
quai de la Loire
rue des Tanneurs
rue du Pont
rue de la Fontaine
rue du Château
rue des Acacias
rue des Rosiers
rue Haute
rue Basse
Grande Rue
rue du Four
rue des Artisans
zone artisanale des Prés
rue de l’Industrie
avenue de l’Europe
rue Marie-Curie
rue Ampère
rue Lavoisier
rue Gutenberg
cours Mirabeau
rue Molière
rue La Fontaine
rue George-Sand
boulevard de la Liberté
rue de Bretagne
rue d’Alsace
rue des Capucins
rue du Faubourg
chemin du Lavoir
rue de la Poste
square des Platanes
rue des Peupliers
rue Pierre-Curie
avenue Aristide-Briand
rue Anatole-France
rue de Verdun
place Carnot
rue Lamartine
rue Diderot";

pub(super) const SECOND_LINES: [&str; 10] = [
    "Bâtiment B",
    "2e étage",
    "Appartement 12",
    "Zone d’activités",
    "Résidence Les Pins",
    "Escalier C",
    "Lieu-dit Le Bourg",
    "BP 40",
    "Cour intérieure",
    "Chez le gardien",
];

/// Notes: D is a day not long ago.
pub(super) const NOTES: &str = "\
Préfère être appelé le matin.
Préfère les e-mails au téléphone.
Rencontré au salon de P.
Demande toujours un devis avant de commander.
Devis envoyé le D, attend l’accord de son associé.
Règle à trente jours, sans relance.
Livraison par l’arrière-cour, sonner deux fois.
Remise de 5 % convenue le D.
Recommandé par un client de P.
A déménagé l’an dernier : vérifier l’adresse.
Ne pas appeler pendant le service de midi.
Facture à envoyer à la comptable.
Travaille avec sa sœur, qui prend aussi les commandes.
Intéressé par un contrat annuel.
Fermé en août.
Appelé le D : rappeler la semaine prochaine.
Le portail reste ouvert jusqu’à 18 h.
Paie par chèque.
Bon client depuis la première commande.
Parle anglais et un peu espagnol.";

/// The two questions of consent, as they are read aloud: of service, of offers.
pub(super) const QUESTIONS_FRENCH: [&str; 2] =
    ["Je vous envoie vos factures par e-mail\u{202f}?", "Et parfois une offre, une nouvelle\u{202f}?"];
pub(super) const QUESTIONS_ENGLISH: [&str; 2] =
    ["May I send your invoices by e-mail?", "And now and then an offer or news?"];
pub(super) const QUESTIONS_SPANISH: [&str; 2] =
    ["¿Le envío las facturas por correo electrónico?", "¿Y de vez en cuando una oferta o novedad?"];

/// Payment terms: the usual ones more often.
pub(super) const TERMS: [&str; 8] = [
    "30 jours",
    "30 jours",
    "30 jours",
    "à réception",
    "45 jours fin de mois",
    "30 jours fin de mois",
    "fin de mois + 45 jours",
    "15 jours",
];

pub(super) const CALLS: &[&str] = &[
    "Rappelle la semaine prochaine pour confirmer la commande.",
    "Demande un devis pour deux cents pièces.",
    "N’a pas reçu la dernière facture\u{a0}: renvoyée pendant l’appel.",
    "Cherche une date pour passer voir les échantillons.",
    "Change de banque au premier du mois.",
];

pub(super) const MEETINGS: &[&str] = &[
    "Visite de l’atelier, très content de la finition.",
    "Rencontre au salon\u{a0}: intéressé par la nouvelle gamme.",
    "Point sur l’année\u{a0}: mêmes volumes, livraisons plus espacées.",
    "Déjeuner avec la direction, la décision viendra après l’été.",
];

pub(super) const AGREEMENTS: &[&str] = &[
    "Remise de 5\u{a0}% dès dix commandes dans l’année.",
    "Livraison offerte au-delà de 300\u{a0}€.",
    "Paiement en trois fois accepté pour la première commande.",
    "Prix tenus jusqu’au 31 décembre.",
];

pub(super) const DATES: &[&str] = &[
    "Fin du contrat annuel\u{a0}: proposer le renouvellement.",
    "Anniversaire de l’entreprise.",
    "Ouverture du second magasin.",
    "Retour de congés\u{a0}: reprendre contact.",
];
