// English words for return codes: 2,048 of them, so that each stands for 11 bits; chosen from the EFF large word list: four to seven letters. No two share
// their first four letters, so that a slip of the pen is found out and not taken for another word.
const list =
  'abacus abide ablaze able abroad absurd accent aching acid acorn acre acting acts afar affair affix ' +
  'afford aflame afloat afoot afraid aged agent aghast agile aging agony agreed ahead ahoy aide aids ajar ' +
  'alarm album alias alibi aliens alike alive almost aloe aloft aloha alone aloof alto alumni always amaze ' +
  'amber ambush amends amid amigo amino amiss among amount ample amuck amulet amused anchor anemia anew ' +
  'anger angled anime ankle annex anthem antics antler antsy anvil anyhow anyone anyway aorta apache appear ' +
  'apple april apron aptly aqua area arena argue arise armed armful arming armory aroma arose around array ' +
  'arrest arrive ascend ashen ashy aside askew asleep aspect aspire astute atlas atom atop atrium attach ' +
  'attest attic audio august author autism avatar avenge avert avid avoid await awaken award awhile awning ' +
  'awoke awry axis babble babied baboon backed bacon badge badly baffle bagel bagful baggy baked baking ' +
  'balmy bamboo banana banish banjo banked banner banter barbed barge barley barman barn barrel bash basil ' +
  'basket batboy batch bath baton bats battle bauble blade blah blame blank blast blazer bleak bleep blend ' +
  'bless blimp bling blip blitz blob blog blot blouse bluff bluish blunt blurb blush boat bobbed bobcat ' +
  'body bogged bogus boil bolt bonded boned bonnet bonsai bonus bony book booth boozy borax boring boss ' +
  'botany botch both bottle bounce bovine boxcar boxer boxing boxy breach breeze briar bribe brick bride ' +
  'bright brim bring broken bronco brook browse brunt brush brute bubble bucked buddy budget buffed buggy ' +
  'bulb bulge bulk bunch bundle bungee bunion bunny bunt busboy bush busily bust buzz cabana cabbie cable ' +
  'cache cackle cacti caddy cadet cage cake calm cameo camper canal cancel candy cane canine canned canon ' +
  'canyon cape capped carat carbon carded caress cargo caring carol carry cartel carve case cash casing ' +
  'casket catchy catnap catsup catty caucus cause caviar cedar celery celtic cement census chafe chain ' +
  'chant chaos chaps charm chase chatty cheek chef chemo cherub chess chevy chewy chief chili chimp chip ' +
  'chirpy chive choice chomp choosy chop chosen chrome chubby chuck chug chump chunk churn chute cider ' +
  'cinch cinema circle citric city civic clad claim clamp clang clash clause claw clay clean cleft clench ' +
  'clerk clever client cling clip clique cloak clock clone cloud clover clump clunky clutch coach coat ' +
  'cobalt cobweb cocoa coerce coffee coil coke cola cold collar colony colt coma come comfy comic comma ' +
  'compel conch cone cope copied copper copy coral cork corny corral corset cortex cosmic cost cotton couch ' +
  'cough could county cover cozily cozy cradle crafty cramp crane crate crave crayon crazed crease credit ' +
  'creed creme creole crepe crib cried crimp crispy croak crock crook crop cross crouch crowd crumb crust ' +
  'crux crying cube cuddle cupid cupped curdle cure curfew curing curly curry cursor curtly curve cushy ' +
  'cusp cussed cycle cymbal dagger daily dainty dairy daisy dance dandy danger dares darn dart dash data ' +
  'dating dawn daybed deacon dealt dean debate debit debtor debug decaf deceit deck decoy decree deduce ' +
  'deed deem deepen deface defeat defile defog deftly defuse defy degree deity delay delete delta deluge ' +
  'demise demote denim denote dense dental deny depict deploy deport depth deputy derail derby detail ' +
  'detest deuce device dial diaper diary dice dicing dill dilute dime dimly dimmed dimple diner dingo ' +
  'dining dinner dipped disarm dish disk dismay disown ditch ditto ditzy diving dizzy doable docile dock ' +
  'dodge doily doing dole dolly domain donor donut doodle doozy dork dorsal dosage dose dotted douche dove ' +
  'down dowry doze drab drank draw dreamt drench dress drew dried drift drippy driven drone drool drove ' +
  'drown drudge drum dubbed ducky duct dude duffel dugout duke duller duly dupe duplex duress during dusk ' +
  'dust duty duvet dwarf each eagle earful early earthy earwig easel easily easter eaten eating eats ebay ' +
  'ebony ebook ecard echo eclair edge edging edgy editor effort egging eggnog either eject elated elbow ' +
  'eldest eleven elite elixir elope elude elves email embark ember emblem embody emcee emit emote empty ' +
  'enable enamel encode ended ending energy engine engulf enrage enrich enroll ensure entail entire entomb ' +
  'entrap envoy envy enzyme epic equal equity erased errand error erupt eskimo essay estate ether ethics ' +
  'evade even evict evil evoke evolve exact excess excuse exert exes exhale exhume exile exit exodus expand ' +
  'expend expire expose extent extras fable fabric facial factor fade fading falcon fall false fame family ' +
  'fancy fang faster faucet feast fedora feeble feed feel feisty feline femur fence fender ferry fervor ' +
  'fester fetch fever fiddle fifth figure filing filled film filth finale finch finer finite five flail ' +
  'flaky flame flap flask flatly fled fleshy flick flier flight fling flip flirt float flock flop floral ' +
  'floss flyer flying foam foil folic folk follow fondly font food fool footer fossil foster foyer frail ' +
  'frame frays freely french fresh friday fried frill fringe frisk frolic from front frosty froth frown ' +
  'frozen fruit frying gaffe gains gala galley galore game gaming gamma gander gangly garage garden gargle ' +
  'garlic garnet garter gating gauze gave gawk gazing gear gecko geek geiger gender genre gents gerbil ' +
  'getup giant giblet giddy gift giggle gigolo gills girdle given giving gizmo glade glance glare glass ' +
  'glider glitch gloomy glory gloss glove glue gluten gnarly gnat goal goes going golf gonad gone gong good ' +
  'gooey goofy google goon gopher gore gorged gossip gothic gotten gout gown grab graded grain grant grape ' +
  'grasp gravy green grew grid grief grill grime grinch grip grit groggy groom grope grout grove growl grub ' +
  'grudge grunt guide guise gulf gully gulp gummy gurgle guru gush gusto guts gutter hacked haiku half halt ' +
  'halved hamlet hamper handed hangup hanky happy hardy harsh hash hassle haste hatbox hatred haunt haven ' +
  'hazard hazily hazy headed heap heat heave hedge hefty helium helmet helper hence henna herald herbs ' +
  'hermit hertz hubcap huddle huff hula hulk hull human humble humid hummus humped humvee hunger hunk ' +
  'hunter hurdle hurled hurry hurt hush husked hybrid hyphen icing icky icon idiom idly igloo ignore iguana ' +
  'image impale impish imply impose impure iodine ipad iphone ipod irate iron issue item itunes ivory ' +
  'jackal jailer jargon jaunt java jawed jaws jazz jeep jelly jersey jester jiffy jigsaw jimmy jingle jinx ' +
  'jockey jogger john jolly jolt jovial joyous judge judo juggle juice july jumbo jump june junior junkie ' +
  'jurist juror jury justly kabob karate karma kebab keenly keep kelp kennel kept kettle kick kiln kilt ' +
  'kimono kindle king kisser kite kitty kiwi knee knelt knoll koala kooky kosher kudos kung ladder ladies ' +
  'ladle lagged lagoon lair lake lance landed lanky lapdog lapel lapped laptop lard large lark lash lasso ' +
  'last latch late lather latter launch laurel lavish lazily lazy left legal legend legged lego legume ' +
  'lemon lend length lens lent lesser letter level liable life lifter likely liking lilac lilly lily limb ' +
  'limes limit line lingo lining linked lint lion liquid lisp list litmus litter lived living lizard lucid ' +
  'lugged lumber lunar lung lurch lure lurk lushly lusty luxury lying lyrics macaw mace maggot magma maimed ' +
  'maker making malt mama mammal mango manila manly manned manor mantis manual many march mardi margin ' +
  'marina marlin maroon marry marshy mascot mashed masses mating matrix matted maybe mayday moaner mobile ' +
  'mocha mocker modify module molar monday moody mooing mooned morale morse mosaic mossy most motion motor ' +
  'motto mouse mouth move movie mower mowing much muck mulch mule mulled mumbo mummy mumps muppet mural ' +
  'murky museum mushy music musky musty mutate mute mutiny mutt mutual muzzle myself myth nacho nail name ' +
  'naming nanny nape napkin nappy narrow native nature navy nearby neatly nebula nectar negate neon nephew ' +
  'nerd nervy nest neuron neuter never next nibble niece nifty nimble ninja ninth nuclei nugget number ' +
  'nutmeg nutty nuzzle nylon oasis object oblong oboe obtain obtuse occupy ocean ocelot octane ogle oink ' +
  'okay olive omega omen omit onion online only onset onto onward onyx oops ooze oozy opal open opium ' +
  'oppose other otter ought ounce outage outbid outer outfit outing outlet output outwit oval ovary oven ' +
  'oxford oxygen oyster ozone paced pacify padded pagan pager paging palace palm paltry panama panda pang ' +
  'panic pantry papaya paper parade parcel pardon parish parka parlor parole parrot party pasta patchy path ' +
  'patio patrol pauper paver paving pawing payday payee paying pebble pecan pectin pellet pelt pelvis ' +
  'pencil penny penpal perch perish perky perm pesky peso pester petal petite petri petty phobia phony ' +
  'photo phrase plank plasma plated player plaza pleat pledge plenty plod plop plot plow ploy pluck plug ' +
  'plural plus poach poem poet pogo pointy poise poker poking polar polio polka polo poncho pond pony pope ' +
  'poplar poppy pork porous portal poser posh posing possum postal pouch pound pout power powwow prance ' +
  'prayer precut prefix prelaw prepay press pretty prewar pried primp print prior prism prize probe prone ' +
  'proofs props proton proud proved proxy prozac prude prune public pucker pueblo pull pulp pulse puma ' +
  'pumice pummel punch punk pupil puppy purely purge purify purple purr purse pushy putt puzzle python ' +
  'quack quail quake qualm quarry quench query quiet quill quirk quit quiver quote rabid race racing rack ' +
  'racoon radar radio raffle raft rage ragged raging raider raisin rake raking rally ramble ramp ramrod ' +
  'ranch random ranged ranked rants rare rarity rascal ravage raven ravine reach ream reason rebate rebel ' +
  'reboot rebuff recall recede recite recoil rectal refill reflex refold refund regain reggae regime rehab ' +
  'reheat rehire rejoin relax relic reload rely remake remedy remix remold rename rental reopen repair ' +
  'repeal reply repose reps rerun resale reset resize resort result retail retold retry return retype reuse ' +
  'reveal revise revoke reward rewind reword rewrap rhyme ribbon rice riches ridden ride riding rift rigid ' +
  'rigor rimmed rind rink rinse riot ripple rise rising risk ritzy rival roamer roast robe robin robust ' +
  'rocky rogue roman romp rope roping roster rosy rotten rover roving royal rubbed ruby ruckus rudder ' +
  'ruined rule rumble runny runt runway rural ruse rush sacred sadden sadly safari safely saga sage saggy ' +
  'said saint sake salad saline salon salsa salt salute same sample sandy sank santa sappy sash sassy saucy ' +
  'sauna savage saved savior scabby scale scam scant scarf scenic scheme scion scoff scone scoop scope ' +
  'scorn scotch scouts scrap screen scribe scroll scuba scuff scurvy second secret sector sedan seduce ' +
  'seldom self senate send senior sepia septic sequel series sermon serve sesame settle setup shabby shack ' +
  'shady shaft shaky shale shame shank shape share shawl sheath shed sheep shelf sherry shield shifty ' +
  'shimmy shine ship shirt shock shone shore shout shove shown shrank shriek shrug shun shush shut siding ' +
  'sierra siesta sift silent silica silk silly silo silt silver simile simple singer sister sitcom sitter ' +
  'sixth size sizing sizzle skater sketch skewed skid skied skirt skype slab slain slam slang slate slaw ' +
  'sled sleek slept slick slimy slip slit slot slug slum slurp slush small smile smirk smite smock smoky ' +
  'snack snap snare sneak sneer snide sniff snore snout snowy snub snuff speak speed spent spew spied spill ' +
  'spiny spoof spore spout spray spree sprig spry spud spur squad squid stack staff stage stamp stand stark ' +
  'stash state stays steam steed stem step stew stick stilt stir stock stoic stoke stole stomp stony stood ' +
  'storm stout stove straw strep strum stuck study stump stung suave such suds sugar suing sulk sushi swab ' +
  'swan swarm sway swear sweep swell swept swipe swirl swoop swore swung syrup tabby tacky taco take tall ' +
  'talon tamer tank taps tarot task taste taunt thank that thaw thee theft theme these thigh thing thong ' +
  'thorn those thud thumb thus tiara tibia tidal tidy tiger tile till tilt timid tint tiny trace trade ' +
  'train traps tray treat tree trend trial tried trio trout truce trump truth tubby tulip tummy turf tusk ' +
  'tutor tutu tweak tweed twerp twice twig twine twirl tying tyke udder ultra uncle uncut unify union unit ' +
  'unlit untie unwed unzip upon upper urban usage used user usher usual utter valid value veal vegan venue ' +
  'verse very vest veto vibes vice video viral visa visor vista vixen voice void voter vowed wafer waged ' +
  'wagon wake walk waltz wand wasp watch water wavy wham wharf wheat whiff whole wick widen width wife wifi ' +
  'wilt wince wind wing wipe wired wiry wise wish wispy wolf woof wool woozy word work worry worst wound ' +
  'woven wrath wrist xbox xerox yahoo yard yarn yeah yeast yelp yield yodel yoga yoyo yummy zebra zero ' +
  'zesty zippy zips zone zoom'

/** 2,048 words in alphabetical order. */
export const englishWords: readonly string[] = list.split(' ')
