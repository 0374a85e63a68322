"""Words that begin with an accented capital and are often written without it."""

_WORDS = (
    "Âge Âgé Âgée Âgés Âme Âmes Âne Âpre Écart Écarts Échange Échanges Échanger Échangez Échangeons Échappée "
    "Échapper Échantillon Échantillons Écharpe Écharpes Échéance Échéances Échec Échecs Échelle Échelles Écho "
    "Échos Éclair Éclairs Éclairage Éclat Éclats Éclatant Éclatante Éclipse Éclosion École Écoles Écolier "
    "Écoliers Écologie Écologique Écologiques Économe Économie Économies Économique Économiques Économiser "
    "Économisez Écorce Écossais Écossaise Écosse Écosystème Écosystèmes Écoute Écouter Écoutez Écoutons Écran "
    "Écrans Écrin Écrins Écrire Écris Écrit Écrits Écrite Écriture Écritures Écrivain Écrivaine Écrivains Écrivez "
    "Écrivons Écureuil Écusson Édifice Édifices Édit Éditer Éditeur Éditeurs Édition Éditions Éditorial Éditrice "
    "Éducateur Éducation Éducatif Éducative Éduquer Égal Égale Également Égalité Égaux Église Églises Égypte "
    "Égyptien Égyptienne Élaborer Élan Élargir Élargissement Électeur Électeurs Élection Élections Électricité "
    "Électricien Électrique Électriques Électro Électronique Électroniques Élégance Élégant Élégante Élégants "
    "Élément Éléments Élémentaire Éléphant Éléphants Élevage Élève Élèves Élever Élevé Élevée Élevez Élire Élite "
    "Éloge Éloigner Éloquence Élu Élue Élues Élus Élysée Émancipation Émail Émaux Emballé Émergence Émettre "
    "Émeraude Émission Émissions Émoi Émotion Émotions Émotionnel Émouvant Émouvante Énergie Énergies Énergétique "
    "Énergique Énigme Énigmes Énorme Énormes Énormément Énoncé Épanouir Épanouissement Épargne Épargner Épargnez "
    "Épatant Épatante Épaule Épaules Épée Éphémère Éphémères Épi Épice Épices Épicé Épicerie Épicier Épidémie "
    "Épilogue Épinard Épinards Épine Épingle Épinglez Épique Épisode Épisodes Éponge Époque Époques Épopée Époux "
    "Épouse Éprouver Épreuve Épreuves Épuisé Épuisée Épuisés Épuisement Épurer Épuré Épurée Équateur Équation "
    "Équilibre Équilibrer Équilibré Équipage Équipages Équipe Équipes Équipement Équipements Équiper Équipez "
    "Équipé Équipée Équitable Équitables Équitation Équité Équivalent Équivalents Ériger Érosion Éruption Établi "
    "Établie Établir Établissement Établissements Étage Étages Étagère Étagères Étain Étaient Était Étang Étant "
    "Étape Étapes État États États-Unis Étendre Étendue Éternel Éternelle Éternité Éthique Éthiques Étincelle "
    "Étincelles Étiquette Étiquettes Étoffe Étoffes Étoile Étoiles Étonnant Étonnante Étonnamment Étonner Étonnez "
    "Étranger Étrangers Étrangère Étrange Êtes Être Êtres Étrennes Étroit Étroite Étude Études Étudiant Étudiante "
    "Étudiants Étudiantes Étudier Étudions Été Étés Étui Étuis Étymologie Évadez Évaluation Évaluations Évaluer "
    "Évaluez Évasion Évasions Éveil Éveiller Éveillez Événement Évènement Événements Évènements Éventail Éventuel "
    "Éventuelle Éventuellement Évêque Évidemment Évidence Évident Évidente Éviter Évitez Évitons Évoluer "
    "Évolution Évolutions Évolutif Évoquer Île Îles Îlot Îlots Ôter Œuvre Œuvres Œil Œuf Œufs Œillet À-côté Çà"
)
_PLAIN = str.maketrans("ÂÀÉÈÊÎÔÇ", "AAEEEIOC")
# Good French without the accent, or a foreign word: left alone.
_GOOD = frozenset("age ane apre ca edit email epi echo echos epice oter a-côté emballé ame".split())

ACCENTED = {
    bare: word
    for word in _WORDS.split()
    if word[0] != "Œ" and (bare := word[0].translate(_PLAIN).lower() + word[1:].lower()) not in _GOOD
}
# The same without the other accents: what is left of a capitalised word typed without any.
ACCENTED.update(
    {
        bare: word
        for word in ACCENTED.copy().values()
        if (bare := word.lower().translate(str.maketrans("àâçéèêëîïôùû", "aaceeeeiiouu"))) not in ACCENTED
        and bare not in _GOOD
        and bare not in ("electron", "element", "elegant", "elegance", "equipage", "equivalent", "evident", "evidence")
    }
)
