"""Short everyday words of French and English: enough to see the words joined in a hashtag, or shouted in capitals.

Not a dictionary. A word belongs here when people put it into hashtags; one that is also the beginning of many
other words (`art`, `car`) does more harm than good between two others, and is only believed beside longer ones.
"""

from __future__ import annotations

import functools
import unicodedata

FRENCH = """
    accueil achat achats actu actualité actualités adresse affaires agenda agriculture aide aider aime aimer
    alimentation ami amie amies amis amour année ans anniversaire août apprendre après art artisan artisanal
    artisanat artiste artistes atelier ateliers automne autonomie avant avec avenir avent avril beau beauté belle
    bien bienvenue bio bon bonne bonnes bonheur boutique bureau cadeau cadeaux café calendrier campagne carnet
    carnets carrière carte cartes centre chance chaque chat chien chocolat chocolats cinéma citoyen classe climat
    cœur coeur collection commerce compte concert concours conseil conseils cosmétique coup coups couleur cours
    création créations créateur créateurs créatrice cuir cuisine culture dans danse date décembre déco décoration
    défi demain dernier dernière design deux développement dimanche dire discours donner droit droits durable
    durables eau école écologie économie écriture édition égalité emploi emplois encre enfance enfant enfants
    énergie ensemble entre entreprise entreprises environnement époque équipe équipes espace été étudiant étudiants
    étudiante europe événement exposition fabrication faire fait faits famille familles femme femmes ferme festival
    fête fêtes feu février fille filles fin fini foire formation français française france frais fruits gagner
    garçon gestion gourmand gratuit grand grande grandir grands gratuite guerre guide habitat heureux histoire hiver
    homme hommes humain humaine idée idées image impact industrie innovation janvier jardin jardinage jeu jeudi
    jeune jeunes jeux joie jouer jour journée jours juillet juin justice langue lecture légumes lettre lettres libre
    librairie lien lieu ligne liste livre livres local locale locaux logement lundi lumière lutte magasin magique
    main mains maison maisons mardi mariage marche marché marchés marque marques mars matin médecine mer mère mères
    merci mercredi mesure métier métiers mettre midi mieux mobilité mode moi mois moment monde montagne mort mot
    mots musée musique naissance nationale nature naturel naturelle nettoyage noël noir notre nous nouveau nouveauté
    nouveautés nouvelle nouvelles novembre nuit numérique objectif octobre œuvre offre offres optimisme ouverte
    ouvertes ouvert outil outils page pages pain paix papier papeterie parents parfum paris parler partage partager
    passion patrimoine pause pays paysan peau père pères personne petit petite petits peuple photo photographie
    photos place plage plaisir plante plantes planète plein plus podcast poésie portes portrait poste pour pouvoir
    premier première prendre printemps prise prix prochain produit produits projet projets promo promotion propreté
    public qualité quartier question questions quoi recette recettes recherche recrute recrutement recyclage
    réduction rencontre rencontres rendez rentrée repas reprise réseau réseaux respect responsable rêve rêves retour
    retraite réussite rire rouge rue sable saint saison salon salons samedi sans santé saveurs savoir science
    sciences séance semaine senior septembre service services si société soin soins soir soirée soldes soleil
    solidaire solidarité solution son sorties sortie sport sports stage style sucre sud sur surprise table talent
    talents télétravail temps terre territoire territoires textile thé tous tout toute toutes tourisme tradition
    transition transport travail travailler trois université urbain utile vacances vêtements vélo vendredi vente
    ventes ventre vert verte vie vieux ville villes vin vins vintage violence violences visite vivre voiture voix
    vos votre vous voyage voyages vrai zéro
"""
ENGLISH = """
    about access action adventure advice after again air album alert always amazing american animal anniversary
    answer app apps april art artist artists arts ask august autumn available away awards awareness baby back bake
    baking bank beach beauty because before behind being best better between beyond big bike birthday black blog
    blogger blue board body book books born brand branding brands bread breakfast bring budget build building
    business buy buying call camp cancer car care career careers cars cat cats celebrate challenge change chat check
    child children chill chocolate choice christmas cinema city class classroom clean climate closet cloud club code
    coding coffee college color colour come comfort coming community company conference content cooking cool country
    course craft crafts create creative creator creators crew crypto culture customer daily dance dark data dating
    day days deal deals december design designer destination developer developers development diary diet digital
    dinner diversity doctor dog dogs download dream dreams dress drink drive early earth east easter easy eat eating
    ecommerce education elections email employee energy engineering english enough entrepreneur entrepreneurs
    environment equality europe evening event events ever every everyday everyone exercise experience explore
    express eyes fabulous face fact facts fair fall family famous fan fans farm farming fashion fast father february
    feel feeling festival field fight film films finance find fire first fish fit fitness flash flight flower
    flowers fly follow food foodie for forest forever fox free freedom fresh friday friend friends friendly from
    fruit full fun funny future game gamer games gaming garden gear gift gifts girl girls give giving global go goal
    goals gold golden good great green group grow growth guide guy hair hand hands happy hard have health healthy
    heart heritage hero heroes high hiking hiring history home homes hope hot hotel hour house how human humans hub
    idea ideas impact important inclusion independence indie industry info inside insight inspiration inspired
    instant interior international internet into invest investing iphone january jazz job jobs join journal journey
    joy july jump june just justice keep kids kind king kitchen know lab labs lady land language last launch law
    leader leaders leadership learn learning led legal leave lesson lessons let letter letters library life light
    like line list listen literature little live living local london long look lose lost love lovely lover lovers
    low luck lunch luxury machine made magic mail make makers makeup making man management map maps march market
    master math matter matters maker may meal media meet meeting memory mental men middle mind mobile moment moments
    monday money month morning mother mothers motivation mountain movie movies music my natural nature need never
    new news next night november now ocean october office old olympics one open opportunity organic our out outdoor
    outfit over own page paint painting paper parents parenting park part partner parts party passion peace pen
    pencil people perfect person personal pet pets phone photo photography photos picture pictures pink pizza place
    planet planner planning plant plants plastic play podcast poem poetry point policy political pop positive post
    posts power pride prime print problem process product productivity products profile program project projects
    public quality queen question quick quote quotes race racing rain read reader reading ready real recipe recipes
    record red remote repair research responsible retail return review reviews rights river road rock room rooms
    round royal run running sale sales sample saturday save saving scene school science scientist sea season secret
    security self sell selling september series service share shop shopping short show sign silver simple single
    site skills skin sky sleep slow small smart smile smoke snow social software solar solution solutions song songs
    soon soul sound south source space speak special speech speed spiral spirit sports spring square stage star stars
    start starting startup startups state stationery stay step still stop store stories story strategy street strong
    student students studio study style success sugar summer sun sunday super supply support surf sustainable
    sustainability sweet swim system talk talks tax tea teach teacher teachers team tech technology thank thankful
    thanks that the think this throwback thursday ticket time times tips today together tomorrow tool tools top
    total tour tourism town track trade traffic training transform transport travel traveler tree trees trend
    trending trip true trust truth try tuesday turn tutorial under unique united university update urban user
    vacation vegan video videos view village vintage virtual vision visit vote voting wait walk wall want war warm
    waste watch water way we wealth wear weather web wedding wednesday week weekend weekly weight welcome well
    wellness west what when where white who why wild wildlife win wine winner winter wisdom with woman women wonder
    wood word words work workers working workout workplace world write writer writers writing year years yes yoga
    you young your youth zero
"""
LITTLE = frozenset(
    """
    a à au aux ce ces d de des du en et la le les l ma mes mon n ne nos on ou où par pas que qui sa se ses son ta te tes
    ton un une y a an and are as at be but by can do for go has he her his i in is it its me my no not of off on or our
    so to up us was we
    """.split()
)
# One word each, though they read as two.
WHOLE = frozenset(
    """
    aujourdhui autour autrefois autrement background backstage backup baseball basketball bienvenue birthday
    blockchain bonjour bonsoir bookmark bookshop bookstore breakfast broadcast brunch cardboard carnival carpark
    classroom cookbook copywriting countdown coworking crossfit crowdfunding cupcake cybersecurity dashboard
    daylight deadline depuis dimanche download downtown earthquake ecommerce elsewhere entreprendre entrepreneur
    entreprise entreprises entretien everyday everyone everything facebook fairtrade feedback firewall football
    footprint framework freelance friendship fundraising gameplay gardening github giveaway goodbye handball
    handbook handcrafted handmade handwriting handwritten hardware headline heartbeat heartland highlight holiday
    holidays homeland homemade homepage hometown homework household inside instagram jetlag keyboard keynote laptop
    leadership lifestyle lifetime linkedin longtemps lunchtime mainstream maintenant makeup malheur marketing
    marketplace mastodon mindset moonlight motherhood network networking newborn newsletter newspaper nightlife
    notebook notebooks nowadays offline offshore onboarding online outdoor outdoors outside overview papercraft
    parapluie partout passeport password payday paysage photographe playground playlist podcast podcasting
    portefeuille potluck printemps railway rainbow rainforest rendezvous roadmap roadshow roadtrip sandbox savefrom
    seafood shopify showcase showroom sightseeing skateboard skincare smartphone smartphones snowboard softball
    software soundtrack spotlight springtime stakeholder starfish storyboard storytelling storytime streetwear
    summertime sunflower sunglasses sunlight sunrise sunset superhero supermarket surprise surroundings surtout
    sustainability sweetheart takeaway teammate teamwork teenager textbook thanksgiving thinktank timeless timeline
    together touchdown toujours tournament trademark typescript underground update upgrade videogame viewpoint
    volleyball wallpaper warehouse watercolor watercolour waterfall webcam webinar webmaster website wedding weekday
    weekend wildlife windows withdrawal without wonderland woodland woodwork wordpress workflow workforce workout
    workplace workshop workshops worldwide youtube youtuber
    """.split()
)


@functools.cache
def words() -> frozenset[str]:
    """All of them, folded: lower case, without accents."""
    return frozenset(fold(word) for word in (FRENCH + ENGLISH).split())


def fold(word: str) -> str:
    """A word in lower case without accents; `œ` stays one sign."""
    low = word.lower()
    if low.isascii():
        return low
    return "".join(sign for sign in unicodedata.normalize("NFD", low) if not unicodedata.combining(sign))
