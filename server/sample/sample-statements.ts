// What the people of Wexcombe, a town that does not exist, say of their High Street, and how likely each of the three
// leanings is to agree. The leanings have no names in the product; here they are: `street` wants a street for people on
// foot, `trade` wants customers to get to the shops, `quiet` wants a well-kept town to grow old in.

/** A statement with what each leaning thinks of it. */
export interface SampleStatement {
  readonly text: string
  /** Chance that somebody of the leaning who does not pass agrees: street, trade, quiet. */
  readonly agreement: readonly [number, number, number]
}

const of = (street: number, trade: number, quiet: number, text: string): SampleStatement => {
  return { text, agreement: [street, trade, quiet] }
}

/** The statements that the council put up itself, to begin with. */
export const seedStatements: readonly SampleStatement[] = [
  of(0.95, 0.15, 0.45, 'Close the High Street to cars on Saturdays for a year and see how it goes.'),
  of(0.25, 0.97, 0.72, 'The first hour of parking in the town centre should be free.'),
  of(0.94, 0.92, 0.97, 'The town centre needs public toilets that stay open until the last bus.'),
  of(
    0.94,
    0.88,
    0.86,
    'Shops that have been empty for a year should be let to local start-ups at a low rent.',
  ),
  of(0.95, 0.86, 0.92, 'The market should come back every Saturday, not just once a month.'),
  of(0.85, 0.4, 0.6, 'The empty floors above the shops should become flats.'),
  of(0.96, 0.2, 0.64, 'Plant trees along the whole High Street, even if some parking spaces go.'),
  of(0.75, 0.6, 0.1, 'Pubs and restaurants should be able to stay open later at weekends.'),
  of(
    0.9,
    0.2,
    0.66,
    'The council should buy the old Bellamy’s store and make it a library and a place to meet.',
  ),
  of(0.95, 0.4, 0.9, 'The speed limit in the town centre should be 20 mph.'),
]

/** The statements that residents added, in the order in which they came. */
export const residentStatements: readonly SampleStatement[] = [
  of(0.9, 0.94, 0.98, 'Whatever else changes, Blue Badge parking has to stay on the High Street itself.'),
  of(0.12, 0.96, 0.5, 'People who drive in from the villages are what keeps our shops alive.'),
  of(
    0.88,
    0.04,
    0.2,
    'A protected cycle lane is worth more to the town than the parking in front of the shops.',
  ),
  of(0.55, 0.7, 0.97, 'Mend the pavements before you spend money on anything else.'),
  of(0.94, 0.75, 0.22, 'Music and street food on summer evenings would bring people back into town.'),
  of(0.1, 0.22, 0.94, 'The town centre should be quiet after eleven at night.'),
  of(0.3, 0.95, 0.5, 'Lower business rates would do more for the High Street than any new paving.'),
  of(0.6, 0.66, 0.97, 'Benches with backs and armrests are the best thing you could put in the square.'),
  of(0.86, 0.03, 0.28, 'Charge more for parking and spend it all on cheaper buses.'),
  of(0.3, 0.3, 0.95, 'No new building in the centre should be taller than three storeys.'),
  of(0.96, 0.86, 0.92, 'There should be drinking water to refill your bottle in the square, for free.'),
  of(0.94, 0.55, 0.5, 'Teenagers need somewhere in the centre where they can be without spending money.'),
  of(0.06, 0.16, 0.08, 'Another big supermarket on the ring road would be good for Wexcombe.'),
  of(0.06, 0.9, 0.4, 'Traders should have the last word on any change outside their door.'),
  of(0.2, 0.7, 0.93, 'More cameras in the town centre would be money well spent.'),
  of(0.92, 0.6, 0.52, 'Buses should run until midnight on Fridays and Saturdays.'),
  of(0.45, 0.35, 0.96, 'Shop fronts should keep their old look, and the council should help to pay for it.'),
  of(0.9, 0.12, 0.55, 'Delivery vans should be off the High Street after ten in the morning.'),
  of(0.1, 0.88, 0.5, 'Sell Bellamy’s to whoever promises to open a shop in it.'),
  of(0.97, 0.66, 0.35, 'Tables outside the cafés make the town feel alive.'),
  of(0.5, 0.25, 0.94, 'Tables and advertising boards leave too little room for wheelchairs and prams.'),
  of(0.78, 0.5, 0.92, 'We have enough vape shops and betting shops; there should be a limit.'),
  of(0.82, 0.87, 0.93, 'The Christmas lights are worth every penny: they bring the whole town together.'),
  of(0.62, 0.55, 0.12, 'I feel safe walking through the town centre after dark.'),
  of(0.9, 0.72, 0.84, 'The youth club should get a lasting home in the centre.'),
  of(0.88, 0.35, 0.5, 'Park and ride would work if the bus came every ten minutes.'),
  of(0.74, 0.14, 0.3, 'I would pay £10 a year more in council tax if all of it went into the High Street.'),
  of(0.2, 0.82, 0.55, 'A chain store is better than an empty window.'),
  of(
    0.9,
    0.82,
    0.88,
    'The council should say each year, in plain figures, what it has spent on the High Street.',
  ),
  of(0.14, 0.06, 0.12, 'The High Street is better now than it was ten years ago.'),
  of(0.4, 0.6, 0.55, 'We have had enough consultations. Just get on with it.'),
]
