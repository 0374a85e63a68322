"""Frequent mistakes that are wrong wherever they stand: `wrong=right`, or `wrong=one/other`, one per blank."""

FRENCH = """
aprés=après aprés-midi=après-midi trés=très progrés=progrès succés=succès procés=procès excés=excès accés=accès
congrés=congrès auprés=auprès exprés=exprès déja=déjà celà=cela bientot=bientôt plutot=plutôt
aussitot=aussitôt tantot=tantôt hopital=hôpital hopitaux=hôpitaux controle=contrôle controles=contrôles
controler=contrôler diplome=diplôme diplomes=diplômes symptome=symptôme fantome=fantôme arome=arôme aromes=arômes
icone=icône icones=icônes zône=zone zônes=zones chomage=chômage cloture=clôture depot=dépôt impot=impôt impots=impôts
drole=drôle theatre=théâtre chateau=château chateaux=châteaux gateau=gâteau gateaux=gâteaux bâteau=bateau
bâteaux=bateaux châlet=chalet etre=être etes=êtes etait=était etaient=étaient peut-etre=peut-être etudiant=étudiant
etudiants=étudiants ecole=école ecoles=écoles equipe=équipe equipes=équipes evenement=évènement
evenements=évènements évenement=évènement évenements=évènements evènement=évènement evènements=évènements
energie=énergie energies=énergies metier=métier metiers=métiers annee=année annees=années creer=créer
decouvrir=découvrir decouvrez=découvrez fevrier=février decembre=décembre reponse=réponse reponses=réponses
réglement=règlement réglements=règlements célébre=célèbre célébres=célèbres intégre=intègre prèmier=premier
interessant=intéressant interessante=intéressante interessants=intéressants interêt=intérêt intéret=intérêt
interet=intérêt probleme=problème problemes=problèmes problême=problème systeme=système systemes=systèmes
systême=système collége=collège siége=siège privilége=privilège piége=piège manége=manège cortége=cortège siécle=siècle
siécles=siècles piéce=pièce piéces=pièces niéce=nièce espéce=espèce lumiére=lumière lumiéres=lumières
derniére=dernière derniéres=dernières premiére=première premiéres=premières maniére=manière matiére=matière
matiéres=matières carriére=carrière frontiére=frontière riviére=rivière priére=prière arriére=arrière derriére=derrière
entiére=entière apeller=appeler apel=appel apelle=appelle apellent=appellent appercevoir=apercevoir apercu=aperçu
appercu=aperçu apparament=apparemment aparemment=apparemment apparement=apparemment acceuil=accueil
acceuille=accueille acceuillir=accueillir acceuillons=accueillons accueuil=accueil recueuil=recueil receuil=recueil
cerceuil=cercueil orgeuil=orgueil ceuillir=cueillir accomoder=accommoder accoustique=acoustique addresse=adresse
addresses=adresses addresser=adresser agraver=aggraver aggréable=agréable aggresser=agresser aggression=agression
aggrandir=agrandir allourdir=alourdir ammener=amener appaiser=apaiser applatir=aplatir attrapper=attraper
bataile=bataille bizard=bizarre bizzare=bizarre canelle=cannelle carrotte=carotte comissaire=commissaire
concensus=consensus concurence=concurrence connection=connexion courrir=courir courier=courrier
dévelloper=développer developper=développer dévellopement=développement dévelopement=développement
developpement=développement difference=différence differences=différences dilemne=dilemme discution=discussion
embarasser=embarrasser embarassant=embarrassant enmener=emmener envellope=enveloppe erronné=erroné erronnée=erronée
éxagérer=exagérer éxamen=examen éxemple=exemple éxemples=exemples exeption=exception exceptionel=exceptionnel
exceptionelle=exceptionnelle exigeance=exigence exigeances=exigences extrèmement=extrêmement extrémement=extrêmement
fonctionel=fonctionnel proffesseur=professeur proffession=profession professionel=professionnel
professionels=professionnels professionelle=professionnelle traditionel=traditionnel traditionelle=traditionnelle
personel=personnel personelle=personnelle personellement=personnellement occasionel=occasionnel additionel=additionnel
rationel=rationnel millionaire=millionnaire dictionaire=dictionnaire questionaire=questionnaire
fonctionaire=fonctionnaire gestionaire=gestionnaire honeur=honneur honnoraires=honoraires language=langage
languages=langages malgrés=malgré parmis=parmi hormi=hormis marriage=mariage mamifère=mammifère néamoins=néanmoins
notament=notamment notemment=notamment occurence=occurrence occurences=occurrences parralèle=parallèle
paralelle=parallèle parrallèle=parallèle pécunier=pécuniaire pélerin=pèlerin pélerinage=pèlerinage persone=personne
persones=personnes plannifier=planifier plannification=planification plannète=planète reccomander=recommander
recommender=recommander recomandation=recommandation recommendation=recommandation recommendations=recommandations
rénumération=rémunération rénumérer=rémunérer resource=ressource resources=ressources rhytme=rythme rithme=rythme
scéance=séance scéances=séances scéne=scène scénes=scènes shéma=schéma shémas=schémas sculture=sculpture
succint=succinct succinte=succincte suprise=surprise téléphonne=téléphone toujour=toujours tranquile=tranquille
tranquilement=tranquillement traffic=trafic vraiement=vraiment éperduement=éperdument absoluement=absolument
évidamment=évidemment recemment=récemment récament=récemment récement=récemment constament=constamment
suffisament=suffisamment suffisement=suffisamment courament=couramment précédement=précédemment
precedemment=précédemment différement=différemment aujourdhui=aujourd'hui aujourd'huit=aujourd'hui biensur=bien_sûr
biensûr=bien_sûr bien-sûr=bien_sûr merçi=merci aéropage=aréopage infractus=infarctus cauchemard=cauchemar
quatres=quatre cest=c'est jai=j'ai quil=qu'il parceque=parce_que parce-que=parce_que jusqu'a=jusqu'à
dailleurs=d'ailleurs daccord=d'accord tout-à-fait=tout_à_fait quant-à=quant_à y'a=y_a y-a-t-il=y_a-t-il
quelqu'uns=quelques-uns quelques_uns=quelques-uns quelques_unes=quelques-unes quant_même=quand_même en_faite=en_fait
soi_disant=soi-disant vis_à_vis=vis-à-vis grand_chose=grand-chose ci_joint=ci-joint ci_dessous=ci-dessous
ci_dessus=ci-dessus au_dessus=au-dessus au_dessous=au-dessous au_delà=au-delà là_bas=là-bas là_haut=là-haut
celui_ci=celui-ci celle_ci=celle-ci ceux_ci=ceux-ci celles_ci=celles-ci celui_là=celui-là celle_là=celle-là
c'est_à_dire_que=c'est-à-dire_que est_ce_que=est-ce_que qu'est_ce_que=qu'est-ce_que qu'est_ce_qui=qu'est-ce_qui
a_t'il=a-t-il y_a_t'il=y_a-t-il va_t'il=va-t-il sa_va=ça_va sa_fait=ça_fait quelque_soit=quel_que_soit/quelle_que_soit
quelques_soient=quels_que_soient/quelles_que_soient en_terme_de=en_termes_de la_plus_part=la_plupart
mise_à_jours=mise_à_jour mises_à_jours=mises_à_jour bonne_appétit=bon_appétit bon_appetit=bon_appétit
bonne_anniversaire=bon_anniversaire lorsque_il=lorsqu'il lorsque_elle=lorsqu'elle puisque_il=puisqu'il
jusque_à=jusqu'à toute_suite=tout_de_suite mal_heureusement=malheureusement
"""

ENGLISH = """
abscence=absence accidently=accidentally accomodate=accommodate accomodation=accommodation acheive=achieve
acheived=achieved acheivement=achievement accross=across adress=address
adresses=addresses agressive=aggressive allready=already alot=a_lot amatuer=amateur anually=annually
apparantly=apparently appearence=appearance arguement=argument assasination=assassination athiest=atheist
availible=available avaliable=available awfull=awful basicly=basically becomming=becoming becuase=because
begining=beginning beleive=believe beleived=believed benifit=benefit benifits=benefits buisness=business
buisnesses=businesses catagory=category cemetary=cemetery challange=challenge
challanges=challenges collaegue=colleague collegue=colleague collegues=colleagues comming=coming
commitee=committee comittee=committee commited=committed comparision=comparison competely=completely
completly=completely concious=conscious conveniant=convenient curiousity=curiosity
decison=decision definately=definitely definetly=definitely definatly=definitely definitly=definitely
desparate=desperate developement=development diffrent=different dilemna=dilemma
dissapear=disappear dissapoint=disappoint dissapointed=disappointed dissapointing=disappointing embarass=embarrass
embarassed=embarrassed embarassing=embarrassing enviroment=environment enviromental=environmental
equiptment=equipment excercise=exercise excellant=excellent exept=except existance=existence
experiance=experience experiances=experiences familar=familiar finaly=finally foriegn=foreign foward=forward
freind=friend freinds=friends futher=further gaurantee=guarantee goverment=government
grammer=grammar gratefull=grateful greatful=grateful guage=gauge happend=happened harrass=harass heighth=height
hieght=height higly=highly humourous=humorous hygeine=hygiene immediatly=immediately
imediately=immediately independant=independent indispensible=indispensable
inovation=innovation inovative=innovative intresting=interesting interupt=interrupt irresistable=irresistible
knowlege=knowledge knowlegde=knowledge liason=liaison libary=library
maintainance=maintenance maintenence=maintenance managment=management
manuever=maneuver/manoeuvre millenium=millennium millenial=millennial minature=miniature mispell=misspell
mispelled=misspelled mischevious=mischievous moniter=monitor morgage=mortgage neccessary=necessary
necesary=necessary neccesary=necessary nieghbor=neighbor/neighbour noticable=noticeable ocassion=occasion
occassion=occasion occassionally=occasionally occurance=occurrence occured=occurred occuring=occurring
occurence=occurrence oppertunity=opportunity oportunity=opportunity orignal=original paralel=parallel
particuarly=particularly peice=piece percieve=perceive performence=performance permenant=permanent
persistant=persistent perseverence=perseverance playwrite=playwright
politican=politician posession=possession potatos=potatoes prefered=preferred preperation=preparation
presance=presence privelege=privilege priviledge=privilege proccess=process profesional=professional
proffesional=professional pronounciation=pronunciation publically=publicly publicaly=publicly questionaire=questionnaire
realy=really reccomend=recommend recomend=recommend reccommend=recommend recieve=receive recieved=received
recieving=receiving reciept=receipt refered=referred refering=referring relevent=relevant religous=religious
repitition=repetition resturant=restaurant restaraunt=restaurant rythm=rhythm seperate=separate
seperated=separated seperately=separately sieze=seize similiar=similar sincerly=sincerely speach=speech
strenght=strength succesful=successful successfull=successful succesfully=successfully sucess=success
sucessful=successful supercede=supersede suprise=surprise suprised=surprised tatoo=tattoo teh=the
temperture=temperature threshhold=threshold tommorow=tomorrow tommorrow=tomorrow tomorow=tomorrow
tounge=tongue truely=truly twelth=twelfth tyrany=tyranny underate=underrate unfortunatly=unfortunately
untill=until upto=up_to usefull=useful vaccum=vacuum visable=visible volunter=volunteer
wich=which wierd=weird wellcome=welcome writting=writing yeild=yield could_of=could_have should_of=should_have
would_of=would_have might_of=might_have
"""
