// Names for the demo season, made up by combining: nobody in it exists.
export const givenNames = (
  "Adaeze Aiko Alejandra Amina Andrei Anjali Arvid Beatriz Benedikt Camila Caspian Chidi Dalia Danilo Deepa Elif " +
  "Emeka Esme Farid Fiona Gabriela Goran Halima Haruto Imani Ines Isak Jamal Jelena Joon Kavita Kenji Lamia Leandro " +
  "Lina Linh Magnus Malika Marcela Mikkel Nadia Naveen Nia Nikolai Olumide Oskar Paloma Parisa Quang Rahel Renata " +
  "Rohan Sabine Salma Santiago Selin Soraya Stellan Tadeo Tamar Thandiwe Uma Vesna Wanjiru Xiomara Yara Zofia Zubair"
).split(" ");

export const familyNames = (
  "Achterberg Adeyemi Almqvist Amari Banerjee Bélanger Bianchi Boateng Brandvold Cárdenas Chaudhary Dimitrov Duarte " +
  "El-Masry Eriksen Esposito Fairweather Figueroa Ganbold Ghorbani Grünwald Hakimi Hollis Ibarra Inoue Jankowski " +
  "Jaramillo Kaplan Karimi Katz Kipkemboi Kovács Laurent Lindgren Lowell Maduro Marchetti Mbeki Mendoza Mistry " +
  "Moreau Nakata Ndiaye Nowak O'Leary Obi Oduya Oyelaran Pacheco Papadakis Pham Quintero Radović Ramanathan Reyes " +
  "Rosenthal Sandoval Sato Shrestha Sokolov St.-Clair Suleiman Takeda Tesfaye Thornbury Tran Ueda Valdés Villanueva " +
  "Wójcik Xu Yamane Yildiz Zamani Zeleke"
).split(" ");
