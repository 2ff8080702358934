/**
 * Names as they are written: a first name with a last name, told apart from places, bodies, titles and people known to
 * all. Given names nominate; what stands around them decides. The lists are ours, from many countries, and never whole:
 * a name that is not among them is still found where the words say that it is somebody's ("my cousin …", "called …").
 */

import { matchesIn } from '../recording/expressions.ts';
import { FUNCTION_WORDS } from '../talk/words.ts';

const list = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/).filter((word) => word !== ''));

const GIVEN = list(`
Aaron Abby Abdul Abdullah Abdi Abe Abigail Abu Ada Adam Adaeze Adebayo Adel Adele Aditi Aditya Adrian Adriana Afia Agnes Agnieszka Ahmad Ahmed Aidan Aileen Aiden Ailsa Aimee Aine Áine Aisha Aishah
Ajay Akiko Akosua Akua Al Alan Alana Alasdair Alastair Albert Alberto Alec Alejandro Aleksandra Alessandra Alessandro Alex Alexander Alexandra Alexis Alfie Alfred Alfredo Ali Alice Alicia
Alina Alisha Alison Alistair Allan Allen Allison Alma Althea Alvin Amal Amanda Amara Amber Ameena Amelia Amelie Amina Aminata Amir Amit Amma Amos Amy Ana Anand Ananya Anastasia Andre Andrea Andreas Andrei
Andres Andrew Andy Aneta Ang Angela Angelica Angelina Angelo Angie Angus Anil Anisa Anita Anja Anjali Ann Anna Annabel Anne Anneke Annette Annie Anthea Anthony Antoine Anton Antonia Antonio Anwar Aoife Aoibhinn
Archie Arif Arjun Arlene Arnold Arthur Arturo Arun Asha Ashish Ashley Ashok Asif Asma Astrid Audrey Aurelia Austin Ava Avril Ayesha Ayo Ayodele Aziz Azra
Babak Barbara Barry Bart Bartek Bashir Basil Bea Beata Beatrice Beatriz Becky Belinda Ben Benedict Benjamin Bernadette Bernard Bernice Bert Bertha Beryl Bess Beth Bethany Bettina Betty Bev Beverley Beverly
Bhavna Bilal Bill Billy Blaine Blanca Blessing Bob Bobby Bogdan Bonnie Boris Brad Bradley Brandon Brenda Brendan Brett Brian Bríd Bridget Brigid Bronwyn Bruce Bruno Bryan Bryce Bryony
Cai Caitlin Callum Calum Calvin Cameron Camila Camilla Camille Candice Caoimhe Cara Carl Carla Carlo Carlos Carly Carmel Carmen Carmine Carol Carole Carolina Caroline Carolyn Carrie Casey Cassandra Catalina
Catherine Cathy Catriona Cecil Cecilia Cedric Celeste Celia Celine Cesar Chantal Chantelle Charlene Charles Charlie Charlotte Chelsea Cheng Cherie Cheryl Chiara Chidi Chika Chinedu Chinwe Chioma Chloe Chris Chrissie
Christina Christine Christopher Chukwuma Ciara Ciarán Cillian Cindy Claire Clara Clare Clarence Claude Claudia Claudette Clement Cleo Cliff Clifford Clint Clive Clodagh Clyde Colette Colin Colleen Colm Conall Connie
Connor Conor Constance Cora Corey Corinne Courtney Craig Cristina Curtis Cynthia Cyril
Dafydd Dagmar Daisy Dalia Damian Damien Dan Dana Daniel Daniela Danielle Danny Daphne Dara Daria Darius Darlene Darragh Darrel Darren Dave David Davina Dawit Dean Deb Debbie Deborah Declan Dee Deepa Deepak Deirdre Delia Denis Denise Dennis
Derek Dermot Deshawn Desmond Devon Dexter Diana Diane Dianne Diarmuid Diego Dieter Dimitri Dina Dineo Dipak Divya Dmitri Dolores Dominic Dominik Dominique Don Donal Donald Donna Donovan Dora Doreen Doris Dorothy Dot Doug Dougie Douglas
Duncan Dustin Dwayne Dylan
Eamon Eamonn Eddie Edgar Edith Edna Edward Edwin Edyta Efua Eileen Eilidh Eimear Eithne Ekaterina Elaine Eleanor Elena Eli Elias Elijah Elisa Elise Eliza Elizabeth Ella Ellen Ellie Elliot Elliott Elmer Eloise Elsa Elsie Elspeth Elvira Emeka Emer
Emil Emily Emma Emmanuel Enid Enrique Eoin Eric Erica Erik Erika Erin Ernest Ernie Esi Esme Esperanza Esra Estelle Esther Ethan Ethel Eugene Eugenia Eunice Eva Evan Evelyn Ewa Ewan Ewelina
Fabio Fabian Fadumo Faisal Faizel Farah Farhan Farida Fatima Fatimah Fathima Fatou Fay Faye Felicity Felipe Felix Femi Fergus Fernando Ffion Fidel Finbar Finn Fintan Fiona Flora Florence Folake Fran Frances Francesca Francesco Francis Francisco Frank Frankie Franz Fred Freda Freddie
Frederick Frida Frieda Funmi
Gabriel Gabriela Gabriella Gail Gareth Garrett Gary Gaurav Gav Gavin Gayle Gemma Genevieve Geoff Geoffrey George Georgia Georgina Gerald Geraldine Gerard Gerry Gert Gertrude Ghislaine Gianni Gideon Gil Gilbert Giles Gill Gillian Gina Giorgio Giovanni Giulia Giuseppe Gladys Glenda Glenn
Glenys Gloria Gordon Gosia Grace Grainne Gráinne Greg Gregory Greta Gretchen Gunnar Gurpreet Gus Guadalupe Gustavo Gwen Gwyneth
Habib Hadiza Hal Haley Hamza Hana Hank Hanna Hannah Hannelore Hans Harbhajan Hari Harjit Harold Harpreet Harriet Harry Harsha Haruto Harvey Hasan Hassan Hattie Hazel Heather Hector Heidi Helen Helena Helga Hemi Henrietta Henry Herb Herbert Herman Hilary Hilda Hiroshi Hodan Holly Horace Howard Hugh Hugo Hussein Huw
Iain Ian Ibrahim Ida Idris Ifeoma Ifeanyi Ignacio Igor Ike Ilse Iman Imani Imelda Imogen Imran Ina Indira Ines Inès Inga Ingrid Ioana Iona Iqbal Ira Irena Irene Irina Iris Irma Isaac Isabel Isabella Isabelle Isaiah Isla Ismail Ita Ivan Ivana Ivor Iwona
Jabulani Jack Jackie Jacob Jacqueline Jacques Jade Jadwiga Jaime Jake Jakub Jamal James Jamie Jan Jane Janet Janice Janine Jared Jarek Jasmine Jason Javier Jay Jayne Jean Jeanette Jeanne Jeff Jeffrey Jelena Jemima Jennifer Jenny Jeremiah Jeremy Jerome Jerry Jess Jesse Jessica Jessie Jesus
Jill Jim Jimmy Jin Jo Joan Joanna Joanne Joaquin Jocelyn Jodie Joe Joel Joey Johan Johanna Johannes John Johnny Jolanta Jon Jonathan Jordan Jorge Jose José Josef Joseph Josephine Josh Joshua Joy Joyce Juan Juana Juanita Judith Judy Jules Julia Julian Juliana Julie Juliet Julio Julius June Justin Justyna Justine
Kadiatou Kai Kaia Kalpana Kamal Kamala Kamila Karan Karen Karim Karin Karina Karl Karolina Kasia Kate Katarzyna Katerina Katharine Katherine Kathleen Kathryn Kathy Katie Katrina Katya Kavitha Kay Kayla Kayleigh Keiko Keith Kelechi Kelly Kelvin Ken Kendra Kenji Kenneth Kenny Kerry Kevin Khadija Khalid
Kieran Kim Kimberly Kirsten Kirsty Kit Kofi Kojo Krishna Kristen Kristina Krystyna Krzysztof Kumar Kunle Kurt Kwabena Kwame Kwasi Kwesi Kyle Kylie Kyra
Lachlan Laila Lakshmi Lamar Lana Lance Lara Larissa Larry Latisha Latoya Laura Lauren Laurence Lawrence Leah Leanne Leila Lena Leo Leon Leonard Leonie Leroy Lesley Leslie Leticia Levi Lewis Liam Lidia Lila Lillian Lily Lin Lina Linda Lindiwe Lindsay Lindsey Ling Linus Lionel Lisa Lise Liz Lizzie Lloyd Lois Lola
Loretta Lorenzo Lori Lorna Lorraine Lou Louis Louisa Louise Lourdes Luca Lucas Lucia Lucy Luis Luisa Lukas Lukasz Luke Lulu Luther Lydia Lyn Lynda Lyndsey Lynn Lynne
Mabel Maciej Maddie Madeleine Madeline Maeve Magda Magdalena Maggie Mahmoud Mai Mairead Máire Malcolm Malgorzata Malik Mamadou Mandla Mandy Manish Manoj Manuel Marc Marcel Marcia Marcin Marco Marcos Marcus Margaret Margarita Margery Margot Maria Mariam Marian Mariana Marianne Marie Mariela Marilyn Marina Mario Marion Marisol
Marissa Marius Marjorie Mark Markus Marlene Marlon Marsha Marta Martha Martin Martina Marty Marvin Mary Maryam Mateusz Mathew Matilda Matt Matteo Matthew Matthias Maud Maura Maureen Maurice Mavis Max Maxine Maya Mbali Meera Megan Mehdi Mehmet Mei Meg Mel Melanie Melinda Melissa Mercedes Mercy Meredith Merle Mervyn Mia Micah Michael Michaela
Michał Micheál Michel Michelle Mick Mickey Miguel Mihai Mike Mikhail Mila Mildred Miles Milena Millie Milton Mina Mindy Minh Mira Miranda Miriam Mirela Mitch Mo Mohamed Mohammad Mohammed Mohan Moira Molly Mona Monica Monika Monique Morag Moses Moshe Mpho Muhammad Muna Muriel Murray Musa Mustafa Myra Myrtle
Nadia Nadine Naledi Nancy Nandi Nanette Naoko Naomi Nasreen Nassim Natalia Natalie Natasha Nathan Nathaniel Naveed Neema Neha Neil Nell Nellie Nelson Neville Ngozi Nguyen Niall Niamh Nicholas Nick Nicky Nico Nicola Nicolas Nicole Nigel Nikhil Nikki Nikolai Nina Nisha Nita Noah Noel Noeleen Noelle Nokuthula Nomsa Nora Norah Noreen
Norma Norman Nosipho Nuala Nuno Nuria Nuru
Obinna Octavia Odette Ola Olaf Oleg Olena Olga Olive Oliver Olivia Olu Oluwaseun Omar Omid Oonagh Oprah Orla Orlando Oscar Osman Otis Otto Owen
Pablo Paddy Padma Padraig Pam Pamela Pankaj Paola Paolo Parveen Pascal Pat Patrice Patricia Patrick Patsy Patty Paul Paula Paulette Pauline Paulo Pavel Pawel Pedro Peg Peggy Penelope Penny Percy Perry Pete Peter Petra Phil Philip Philippa Phillip Phoebe Phuong Phyllis Pierre Pilar Piotr Polly Poppy Prakash
Pramila Praveen Precious Preeti Priscilla Priti Priya Priyanka Pru Prudence Przemek
Quentin Quincy Quinn
Rachael Rachel Rachid Radha Rafael Raheem Rahul Raj Rajesh Ralph Ramesh Ramona Ramon Rana Randall Randy Rani Raquel Rashid Raul Raúl Ravi Ray Raymond Rebecca Reg Reggie Regina Reginald Rekha Rene Renata Renee Rhian Rhiannon Rhoda Rhona Rhonda Rhys Ricardo Richard Rick Ricky Rico Riley Rita Ritu Rob Robbie Robert Roberta Roberto Robin Robyn
Rochelle Rod Roderick Rodney Rodrigo Roger Rohan Roisin Róisín Roland Rolf Roman Romeo Ron Ronald Ronan Ronnie Rory Rosa Rosalie Rosalind Rosanna Rosario Roseanne Rosemary Rosie Roslyn Ross Rowan Rowena Roxanne Roy Ruben Rubina Rudy Rufus Rui Rukhsana Rupert Russell Ruth Ryan Ryszard
Saad Sabina Sabine Sabrina Sadia Sadie Safiya Said Saira Saleh Salim Sally Salma Salman Salvador Sam Samantha Sameer Samir Samira Sammy Samson Samuel Sana Sandeep Sandra Sandy Sangeeta Sanjay Sanjeev Santiago Sara Sarah Sasha Saskia Savita Scott Seamus Séamus Sean Seán Sebastian Sefa Selina Selma Serena Serge Sergei Sergio Seth Shabnam Shahid Shakira
Shane Shanelle Shanice Shannon Shanthi Sharon Shaun Shauna Shawn Shawna Sheena Sheila Shelby Sheldon Shelley Shelly Sheree Sherri Shirin Shirley Shona Shreya Shyam Sian Sibongile Sidney Siegfried Sigrid Silas Silvia Simeon Simon Simone Sinead Sinéad Siobhan Siobhán Sipho Siti Sizwe Slawomir Sofia Sofía Solange Solomon Sonia Sonja Sophia Sophie Sorcha
Stacey Stacy Stan Stanislav Stanley Stefan Stefania Stella Steph Stephanie Stephen Steve Steven Stewart Stuart Sudha Sue Suleiman Suman Sunil Sunita Suresh Susan Susana Susanna Susannah Susanne Susie Sushma Suzanne Suzy Svetlana Sven Swati Sybil Syed Sylvia Sylwia
Tadhg Tadeusz Tahir Takeshi Tamara Tamika Tammy Tamsin Tanisha Tania Tanya Tara Tariq Tasha Tatiana Tawanda Ted Teddy Temi Tendai Terence Teresa Terrence Terri Terry Tess Tessa Thabo Thandi Thea Thelma Themba Theo Theodore Theresa Thi Thom Thomas Thomasina Thulani Tiago Tia Tiffany Tim Timothy Tina Tobias Toby Todd Tolu Tom Tomas Tomasz
Tommy Toni Tony Tonya Tracey Tracy Travis Trent Trevor Tricia Trina Trisha Tristan Trudy Tunde Ty Tyler Tyrell Tyrone
Ugo Ulrich Ulrike Uma Una Ursula Usha Usman Uzma
Valentina Valeria Valerie Vanessa Vasily Vaughan Venkat Vera Vernon Veronica Vicki Vicky Victoria Vijay Vikas Vikram Vince Vincent Vincenzo Vinod Viola Violeta Virginia Vivek Vivian Vivienne Vlad Vladimir Vusi
Wade Wahid Waldemar Wally Walter Wanda Wangari Wanjiku Warren Wayne Wei Wendell Wendy Werner Wesley Wilbur Wilfred Wilhelmina Will William Willie Willow Wilma Winifred Winnie Winston Wojciech
Xavier Xiao Ximena Xin
Yael Yan Yana Yara Yasin Yasmin Yasmine Yaw Yetunde Yiannis Yolanda Yosef Youssef Yuki Yuri Yusuf Yvette Yvonne
Jacinta Philomena Concepta Assumpta Attracta Majella Dervla Dearbhla Saoirse Ailbhe Bláthnaid Cliona Clíona Deaglán Donncha Eibhlín Fiachra Fionn Fionnuala Iarla Lorcan Lorcán Muireann Oisín Oisin Peadar Proinsias Ruairí Rory Seosamh Tomás Turlough Ultan Finola Gobnait Nessa Aodhán Aodhan Cathal Ciaran Cormac Daithí Dáithí Eoghan Feargal Fergal Garvan Malachy Micheal Colum Kevina Breda Bríd Noreen
Ruairidh Hamish Fraser Iain Mhairi Catrin Rhodri Gethin Gwilym Ieuan Llinos Nerys Nia Sioned Owain Geraint Emyr Eleri Carys Ceri Bryn Aled Alun Alwyn
Akua Abena Adwoa Afua Ama Ebo Ekow Esi Kwaku Kweku Yaa Adaora Adanna Amaka Amara Chiamaka Chidinma Chinonso Chukwudi Ebele Ekene Emeka Kosisochukwu Ngozi Nkechi Nkem Nnamdi Nneka Obi Ogechi Okechukwu Okoro Onyeka Somto Uche Uchenna Ugochi Zikora Abimbola Adeola Adewale Adunni Ayodeji Bisi Bola Bukola Damilola Dayo Dele Ebun Femi Foluke Gbenga Iyabo Kayode Kehinde Lanre Morenike Ola Olabisi Olumide Oluwatosin Opeyemi Rotimi Sade Segun Shola Simisola Sola Taiwo Titilayo Tobi Toyin Wale Yemi Aliyu Bello Danjuma Garba Halima Hauwa Jamila Maryam Sani Sadiq Umar Zainabu
Achieng Akinyi Atieno Awino Juma Kamau Kariuki Kipchoge Maina Mwangi Njeri Njoroge Nyambura Ochieng Odhiambo Omondi Otieno Wairimu Wambui Wanjiru Baraka Fatuma Hassani Jabari Rehema Salome Zawadi Zuhura Alem Almaz Bekele Dawit Hiwot Kidane Meron Selam Tesfaye Tsegaye Yohannes Abebe Amina Asha Hodan Ifrah Jama Mahad Sagal Ubah Warsame
Bongani Busisiwe Dumisani Gugu Lerato Lungile Luthando Mandla Mthunzi Nomvula Nontando Nkosinathi Nthabiseng Palesa Phumzile Puleng Refilwe Siyabonga Sifiso Sindiswa Tebogo Thandeka Thandiwe Tshepo Unathi Vuyo Xolani Zodwa Zukiswa Chipo Farai Kudzai Nyasha Rudo Rutendo Simba Tafadzwa Tariro Tatenda Tinashe Cornelia Riaan Pieter Hendrik Gert Annelie Marike Elmarie Johannes Francois Willem Wessel Hannes Ansie
Aakash Aarti Abhishek Akash Alok Amitabh Amol Amrita Amrit Anita Anjana Ankit Ankita Anupama Aparna Archana Aruna Arvind Ashwini Ashwin Bhaskar Bharat Bharti Chandra Chitra Dev Devi Dilip Dinesh Ganesh Geeta Gita Gopal Govind Harish Hema Hemant Ishaan Jagdish Jaya Jayant Jyoti Kailash Kalyani Kanta Kapil Karthik Kartik Kiran Kishore Komal Kunal Lalit Lata Latha Leela Madhavi Madhu Mahesh Mala Malini Mamta Manju Mukesh Mukul Murali Nalini Nandini Narayan Naresh Naveen Neelam Neeta Nilesh Nirmala Nitin Padmini Parvati Pooja Prabha Pradeep Pranav Prasad Prashant Pratap Prem Preeti Punam Pushpa Rachna Radhika Raghu Raja Rajan Rajeev Rajendra Rakesh Rama Rashmi Ratna Renu Revathi Rishi Ritika Rohini Rohit Roshni Rupa Sachin Sadhana Sanjana Santosh Sarala Sarita Saroj Sarojini Satish Savitri Seema Shalini Shankar Shanta Sharmila Sheela Shilpa Shiv Shobha Shruti Siddharth Smita Sneha Sonal Sridevi Srinivas Subhash Suchitra Sudhir Sujata Suma Sumitra Sundar Surendra Surya Sushil Sushila Swapna Swaroop Tejas Trupti Umesh Urmila Usha Vandana Varsha Vasanti Veena Venkatesh Vidya Vimala Vinay Vineet Vishal Yash Yogesh Balwinder Gurdeep Gurmeet Jasbir Jaswinder Kuldeep Mandeep Manjit Narinder Parminder Rajinder Ranjit Satinder Sukhdeep Sukhwinder Surinder Farzana Ghulam Hina Humaira Iftikhar Irfan Javed Kausar Kulsum Mehreen Mumtaz Nadeem Naila Nasim Nazia Nighat Parvez Rabia Rafiq Razia Rehana Riaz Rizwan Robina Rukshana Saeed Saima Saqib Shabana Shafiq Shahida Shahnaz Shakeel Shamim Shaista Shazia Sohail Sumaira Tahira Tanveer Tariq Waqar Wasim Yasir Yasmeen Zafar Zakia Zubair Abdur Anwara Begum Delwar Fazlul Habibur Jahanara Kamrul Khaleda Mahbub Mizanur Momtaz Nasima Nurul Rahima Rokeya Shafiqul Shirina Sufia Taslima
Aya Bassam Dalal Dima Fadi Faris Farouk Fawzia Firas Ghada Haifa Hala Hani Hiba Hind Huda Jamil Jihad Karima Khadijah Khaled Latifa Layla Leen Lubna Maha Majid Manal Marwa Marwan May Mazen Mona Mounir Munir Nabil Nada Naji Najwa Nasser Nawal Nour Nura Omran Qasim Rami Rania Rasha Reem Rima Rola Ruba Sahar Salwa Samar Sami Samia Sawsan Suha Suhad Tala Talal Walid Wafa Wissam Yahya Yaser Zaki Ziad Zeinab Zeynep Ayse Ayşe Elif Emine Fatma Hatice Hüseyin Mehmet Murat Mustafa Serkan Sibel Yusuf Arash Behrouz Darya Farhad Fereshteh Hossein Kaveh Laleh Leyla Mahnaz Maryam Mehrdad Mina Mojgan Nasrin Navid Neda Parisa Pari Reza Roya Setareh Shahin Shirin Soraya Zohreh
Akira Asuka Ayumi Chiyo Daisuke Emi Fumiko Hana Haruka Hideo Kazuo Kenta Kumiko Makoto Mariko Masako Megumi Michiko Midori Minako Noriko Reiko Sachiko Sakura Satoshi Shinji Sumiko Tadashi Takashi Taro Tomoko Yoko Yoshi Yumi Hye Hyun Ji Jin Joon Kyung Min Seo Soo Sung Yeon Young-hee Bao Chi Chun Fang Feng Guang Hao Hong Hua Hui Jia Jian Jing Jun Kang Lan Lei Li Lihua Mei-ling Ming Na Ping Qiang Qing Rong Shan Shu Tao Ting Wen Xia Xiaoming Xin Xiu Yang Yi Ying Yong Yu Yue Yun Zhen Zhi Anh Binh Cuong Dung Duc Giang Hai Hanh Hoa Hung Huong Khanh Lien Loan Long Nga Ngoc Nhung Phuc Quang Quynh Son Tam Thanh Thao Thu Thuy Tien Trang Trinh Trung Tuan Tuyet Van Vinh Xuan Yen Aisyah Azizah Faridah Hafiz Halimah Hamidah Ismail Kamariah Nurul Rahim Rahmah Rosli Rosnah Salmah Siti Zainal Zaleha Zulkifli Agus Bambang Budi Dewi Eko Endang Indah Joko Putri Rina Sari Sri Susanti Wati Yanti Jomar Jovelyn Marites Maricel Marivic Ligaya Luzviminda Rodel Rowena Sheryl
Adriano Afonso Alba Alejandra Alma Alonso Alvaro Amparo Anabel Angeles Araceli Armando Asuncion Aurora Beatriz Benito Bernardo Bianca Carmela Catarina Claudio Concepcion Concha Consuelo Cruz Dario Dolores Domingo Elba Eloisa Emilia Emiliano Emilio Encarnacion Ernesto Esteban Eugenio Eva Facundo Fatima Federico Felicia Florencia Fernanda Flavia Francisca Gerardo Gilberto Gisela Gonzalo Graciela Gregorio Guillermo Hernan Hilda Hugo Inmaculada Irma Isidro Ivette Jacinto Jairo Jimena Joao João Jordi Josefa Josefina Juliana Lázaro Leandro Leonel Leonor Lidia Lisandro Lorena Lourdes Lucio Luz Magdalena Manuela Marcela Marcelo Maribel Maricela Mariano Marta Mateo Matias Mauricio Maximo Mercedes Miguelina Milagros Mireya Montserrat Nelida Nestor Nieves Noelia Norberto Ofelia Olga Osvaldo Paloma Pancho Paz Perla Pilar Rafaela Ramiro Raimundo Raimunda Remedios Reyna Rocio Rocío Rodolfo Rogelio Rolando Rosalba Rosalia Rosaura Rosendo Ruben Salvatore Sancho Sergio Silvina Silvio Socorro Soledad Susana Teofilo Tereza Tomas Trinidad Ubaldo Valentin Vanesa Vicente Virgilio Wilfredo Xiomara Yadira Yesenia Zoraida Zulma Thiago Vitor Wagner Wanderley Cristiano Duarte Filipa Francisca Goncalo Henrique Inacio Ines Leonor Lurdes Madalena Nuno Rui Telma Vasco
Agata Agnieszka Aleksander Alicja Andrzej Anetta Barbara Beata Bożena Bozena Cezary Czesław Dariusz Danuta Dorota Elżbieta Elzbieta Grażyna Grazyna Grzegorz Halina Henryk Hubert Irena Iwona Jacek Jadwiga Janusz Jerzy Joanna Józef Jozef Kazimierz Kinga Leszek Lidia Lucyna Ludwik Magdalena Małgorzata Marek Marzena Mieczysław Mirosław Monika Paweł Przemysław Rafał Rafal Renata Robert Roman Sławomir Stanisław Stanislaw Sylwester Szymon Teresa Tomek Urszula Wanda Waldek Wiesław Wiesława Witold Włodzimierz Zbyszek Zdzisław Zygmunt Aleksei Alla Anatoly Arkady Boryana Borislav Bojan Dejan Dmitry Dragan Dušan Evgeny Fedir Galina Georgi Goran Halyna Hristo Iryna Ivanka Jovana Kateryna Ksenia Larysa Liudmila Ludmila Lyudmyla Maksym Marija Marko Milan Milica Miroslav Mykola Nadezhda Natalya Nebojsa Nenad Nikola Oksana Oleksandr Olha Petar Petro Radmila Radovan Ratko Roksana Ruslan Sanja Serhiy Sergey Slavica Slobodan Snežana Stefania Stoyan Taras Tetyana Tihomir Valentyna Vasyl Vesna Viktor Viktoriya Vira Volodymyr Vuk Yaroslav Yelena Yevgenia Yulia Zdravko Zlata Zoran Zorica Adela Bogdana Constantin Cornel Cosmin Cristian Daniela Doina Dorin Dumitru Florin Gabriela Gheorghe Ileana Ilie Ion Ionel Ionut Laurentiu Lavinia Liviu Lucian Magda Marcela Marian Mihaela Mircea Nicolae Octavian Ovidiu Petru Radu Raluca Razvan Rodica Roxana Sorin Stefania Tudor Vasile Viorel Viorica Anikó Attila Balázs Béla Csaba Dóra Edit Eszter Ferenc Gábor Gergely György Gyula Ildikó Imre István Judit Katalin László Laszlo Magdolna Márta Mihály Miklós Péter Réka Sándor Szilvia Tamás Tibor Zoltán Zsolt Zsuzsanna Aino Anneli Antti Eero Eeva Hanna Heikki Helmi Jari Juha Jukka Kaarina Kalle Kari Kirsi Laila Lauri Leena Maija Marja Marjatta Matti Mika Mikko Minna Outi Paavo Päivi Pekka Pirjo Riikka Riitta Sanna Sari Seppo Sirpa Tapio Tarja Teemu Timo Tiina Tuula Veikko Ville Anders Arne Asta Astrid Bengt Berit Bjorn Bjørn Björn Britt Carsten Dag Einar Elin Erland Finn Freja Frode Gerd Gunilla Gustaf Gustav Hanne Hedda Henrik Hilde Håkan Inger Ingeborg Jens Jesper Jorgen Jørgen Kaare Karsten Kirsten Kjell Kjersti Knut Kristian Lars Leif Liv Lotte Magnus Maren Marit Mette Mikkel Mogens Morten Nils Ole Olav Oskar Pernille Ragnar Randi Rasmus Roald Rune Signe Siri Solveig Soren Søren Stig Sunniva Svein Sverre Terje Thor Thorbjorn Tor Tore Torstein Trine Trygve Turid Ulf Unni Vibeke Yngve Achim Anke Anneliese Annika Armin Axel Bärbel Beate Bernd Bernhard Birgit Björn Brigitte Burkhard Carsten Christa Christel Christoph Cornelia Detlef Dirk Dietmar Eberhard Eckhard Elfriede Elke Ernst Erwin Franziska Friederike Friedrich Fritz Gabriele Georg Gerhard Gisela Gudrun Günter Günther Hannes Hartmut Heike Heiko Heiner Heinrich Heinz Helge Hellmut Helmut Henning Hermann Hildegard Holger Horst Ingo Irmgard Jochen Joachim Jörg Jürgen Jutta Kerstin Klaus Konrad Lothar Ludwig Lutz Manfred Margarete Margit Marlies Mathias Matthias Mechthild Monika Norbert Olaf Petra Rainer Ralf Regine Reinhard Reinhold Renate Roswitha Rudolf Rüdiger Sabine Siegfried Sieglinde Sigrid Silke Stefan Steffen Stephan Susanne Swantje Thorsten Torsten Traudl Udo Ulla Ursula Uta Ute Uwe Verena Volker Waltraud Werner Wilfried Wilhelm Winfried Wolfgang Wolfram Aad Aart Annemarie Arie Bas Bram Cees Coen Cor Daan Dirk Femke Floor Floris Freek Gerrit Gijs Hein Henk Ineke Jaap Jan-Willem Jelle Jeroen Joost Joris Jurgen Kees Klaas Koen Laurens Leendert Lieke Lies Lieve Maarten Maaike Marieke Marijke Marjan Marjolein Nienke Noor Pim Piet Pieter Rens Riet Rien Rik Roel Ruud Saskia Sjaak Sjoerd Sofie Teun Thijs Tineke Toon Truus Wiebe Willeke Wim Wouter Yvette Aurélie Bénédicte Benoit Benoît Bernadette Blandine Brigitte Cécile Chantal Christelle Christiane Christophe Claudine Clément Corinne Damien Delphine Didier Dominique Édith Elodie Élodie Emmanuelle Étienne Etienne Fabien Fabienne Fabrice Florent Françoise Francoise François Frédéric Frederic Geneviève Gérard Gerard Gilles Ginette Grégory Guillaume Guy Hélène Hervé Huguette Isabelle Jacqueline Jean-Luc Jean-Marc Jean-Paul Jean-Pierre Jeannine Jérôme Josette Josiane Laurent Liliane Loic Loïc Luc Lucette Lucie Lucien Lucienne Ludovic Madeleine Marcelle Marguerite Marie-Claire Marie-Christine Marthe Martine Mathieu Maud Mireille Monique Muriel Nadège Nathalie Nicole Noémie Odile Olivier Paulette Pascale Philippe Pierrette Raymonde Régine Rémi Rémy René Renée Roselyne Sandrine Sébastien Serge Simone Solange Stéphane Stéphanie Sylvain Sylvie Thérèse Thierry Valérie Véronique Virginie Xavier Yannick Yves Yvonne Zoé Agostino Alfio Assunta Beniamino Biagio Carmelo Carmine Caterina Cesare Chiara Cinzia Cristiano Domenico Donatella Donato Elisabetta Enrica Enrico Enzo Ettore Eugenio Fabrizio Filippo Fiorella Franca Franco Gaetano Gennaro Giacomo Gianluca Gianna Giancarlo Gino Giuliana Giuliano Graziella Ignazio Immacolata Lia Lidia Loredana Luciana Luciano Luigi Luigina Manuela Marcello Mariella Marisa Massimo Maurizio Michela Michele Mirella Natale Nicola Nino Nunzia Ornella Ottavio Paola Patrizia Piero Pietro Raffaele Raffaella Renato Riccardo Rocco Romano Rosanna Rosetta Rossella Sabatino Salvatore Santina Santo Silvana Silvano Simona Stefania Stefano Teresa Tiziana Tommaso Umberto Valentino Vincenza Vito Vittoria Vittorio Agathe Alexandros Anastasios Antigone Apostolos Aristides Athanasios Chrysoula Christos Despina Dimitra Dimitris Eftychia Eleftheria Eleni Evangelia Evangelos Fotini Giannis Giorgos Ioannis Irini Katina Konstantina Konstantinos Kostas Kyriakos Lambros Manolis Michalis Nikolaos Nikos Panagiota Panagiotis Panayiotis Pavlos Pelagia Petros Sofia Soula Spiros Spyros Stavroula Stavros Stelios Thanasis Thanos Vaso Vassilis Vasiliki Voula Xenia Yannis Yiorgos Zoi
Hemi Hine Hinemoa Hone Hoani Ihaia Kahu Kiri Mere Moana Ngaio Ngaire Pania Rangi Rawiri Tama Tane Tipene Wiremu Aroha Anahera Malia Leilani Sione Semisi Sefa Tevita Viliami Mele Losa Lupe Fetu Tavita Talia Taylah Kiah Jarrah Kylie Narelle Raelene Sheree Leanne Bronte Tegan Jacinda Lachie Jarrod Brayden Jayden Kayden Hayden Mason Logan Hunter Tanner Cody Dakota Savannah Brooke Brittany Brianna Kaitlyn Kelsey Lacey Mackenzie Madison Makayla Skylar Sierra Autumn Destiny Ebony Keisha LaTanya Lakisha Latasha Malik Marquis Monique Nakia Quanisha Rashad Rasheed Shaniqua Shanika Shantel Tanesha Tyrese Terrell Travon Trayvon Jaquan Jamar Jermaine DeAndre Darnell Demetrius Antwan Ladonna Yolonda Chaim Dov Eitan Golda Hadassah Malka Menachem Mendel Miriam Mordechai Moishe Naftali Noa Orly Rivka Rina Shai Shira Shlomo Shmuel Tova Yaakov Yitzhak Yosef Ze'ev Zev Zipporah
Zach Zachary Zahid Zahra Zainab Zane Zanele Zara Zbigniew Zelda Zena Zhang Zita Zoe Zofia Zoltan Zola Zsofia Zuzana`);

/** Given names that are also words: with a capital only because a sentence begins, they say nothing. */
const ALSO_WORDS = list(
  'An Angel Anh Aurora Autumn Cruz Dag Destiny Dev Dung Ebony Floor Hunter Jihad Lan Long Luz Mason Min Na Paz Ping Rest Sari Savannah Shan Sierra Simba Son Tam Tan Thor Trinidad Tor Van Wagner Yang Yen Young Yu Amber April Art Bill Bob Chase Dean Drew Faith Frank Grace Grant Guy Hope Joy June Mark Max May Mercy Rich Rob Rose Star Sue Summer Will Young',
);

export const isGivenName = (word: string): boolean => GIVEN.has(word);
export const isAlsoWord = (word: string): boolean => ALSO_WORDS.has(word);

/** Beginnings of titles and forms of address: with a last name alone they are how people are declared ("Mrs. C"). */
const TITLE = list(
  'Mr Mrs Ms Miss Mister Missus Mx Dr Doctor Prof Professor Sir Madam Mdm Father Fr Sister Sr Brother Pastor Reverend Rev Imam Rabbi Judge Justice Nurse Matron Officer Constable Sergeant Sgt Inspector Detective Captain Lieutenant Colonel Warrant Councillor Cllr Coach Principal Magistrate Senator Minister',
);
/** Calls of kinship: what follows is how somebody is called, not a name to be traced. */
const KIN_CALL = list(
  'Auntie Aunty Aunt Uncle Nan Nana Nanna Gran Granny Grandma Grandpa Grandad Mama Mamma Mam Mum Mom Baba Papa Dad Daddy Big Little Old Young Wee Baby Cousin Tia Tio Tante Oma Opa Pop Pops Mummy Iya Ambuya Mbuya Sekuru ' +
    // How elders, neighbours and comrades are called: Spanish and Portuguese, Afrikaans, Filipino, Malay and Indonesian, South Asian, East and West African, Māori, Arabic, Turkish, Polish, Yoruba, Igbo, Caribbean.
    'Don Doña Dona Abuela Abuelo Señora Señor Señorita Senhor Senhora Compadre Comadre Tannie Oom Ouma Oupa Boeta Broer Meneer Mevrou Mevrouw Ka Kuya Tita Tito Lola Lolo Manang Manong Nanay Tatay Aling Mang Pak Bapak Bu Ibu Mbak Mas Kak Abang Bang Makcik Pakcik Tok Bhai Bhaiya Didi Dadi Akka Amma Appa Chacha Chachi Mausi Ammi Abbu Nani Baji Mzee Bwana Mwalimu Shangazi Mjomba Bibi Dede Gogo Tata Bra Bhuti Sisi Ausi Ntate Mme Rra Mma Whaea Matua Koro Kuia Haji Hajja Hajji Hajia Alhaji Umm Ustaz Sheikh Teyze Amca Abla Pan Pani Herr Frau Monsieur Madame Maestro Chief Elder Deacon Bishop Mother Comrade Bro Sis Sista Mas Miz Madea Ma Maame Signora Signor Teacher Tai Dai',
);

/** A run with one of these among its words is a place, a body, a day, a thing. */
const NOT_PERSON = list(`
Street St Road Rd Highway Hwy Parkway Freeway Turnpike Pike Vale Community Communities Avenue Ave Boulevard Blvd Lane Drive Close Court Crescent Terrace Place Way Gardens Garden Row Mews Walk Square Hill Heights Grove Park Parade Quay Bridge Beach Bay River Lake Mount Mountain Island Valley Falls Creek Canal Harbour Harbor Port Airport Station Junction Circus Market Mall Tower Towers House Lodge Manor Castle Palace Cottage Farm Estate
School Primary Elementary Middle High Secondary Grammar Academy College University State Institute Nursery Kindergarten Library Museum Theatre Cinema Stadium Arena Gym Pool Centre Center Hall Hospital Clinic Surgery Infirmary Hospice Ward Unit Wing Church Chapel Cathedral Mosque Temple Synagogue Parish Convent
Trust Council Department Ministry Office Service Services Authority Agency Association Foundation Society Club Union Federation Committee Bureau Charity Fund Group Company Ltd Limited Inc Bank Insurance Prison Jail Police Army Navy Guard Court Tribunal Commission Parliament Senate Congress Party Government
United City Town Rovers Wanderers Albion Hotspur Celtic Rangers League Cup Games Olympics Olympic
Days Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays Kong Rica Francisco Angeles Day Eve Week Weekend Night Season Festival Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Spring Autumn Winter Christmas Easter Ramadan Eid Diwali Hanukkah Lent Advent
Act Law Bill Rule Scale Test Method Model Theory Syndrome Disease Disorder Plan Programme Program Project Scheme Award Prize Medal Report Review Form Card Book Bible Quran Koran Prayer Psalm Gospel Film Movie Show Song Album
Arms Inn Hotel Cafe Café Bar Pub Restaurant Bakery Pharmacy Chemist Shop Store Stores Supermarket Express Bus Line Train Tram
North South East West Northern Southern Eastern Western Upper Lower Great Greater New Saint San Santa Santo Los Las El Fort Cape Lord Lady King Queen Prince Princess President Pope God Jesus Christ Allah Lord
Kingdom States America Africa Asia Europe England Scotland Wales Ireland Australia Zealand Canada India Pakistan China Japan France Germany Spain Italy Poland Ukraine Nigeria Ghana Kenya Jamaica Mexico Texas Florida Carolina Virginia Georgia Ohio Michigan London Paris Dublin York Boston Chicago
English Scottish Welsh Irish Australian American African Asian European Indian Chinese French German Spanish Italian Polish British Catholic Muslim Christian Jewish Hindu Sikh Buddhist Protestant
Group Worker Facilitator Leader Member Table Team Class Grade Year Room Session Unit Module Level Step Stage Part Chapter Page Number Time Times Post News Mail Daily Telegraph Guardian Mirror Star Herald Radio Television TV Channel Netflix Google Facebook Instagram Whatsapp WhatsApp YouTube Zoom
Empire Republic Revolution War Wars Dynasty
Stamps Food Nations Cross Crescent Aid Army Universal Credit Legal Social Care Mental Health Public Home First Second Third One Two Three Four Five`);

/** People known to all: who rule, play, sing, write, and those whom students of social work read. The words around do the rest. */
const KNOWN: ReadonlySet<string> = new Set(
  `abraham lincoln|barack obama|bernie sanders|bertie ahern|bill clinton|bob hawke|boris johnson|che guevara|cyril ramaphosa|david cameron|desmond tutu|donald trump|enda kenny|fidel castro|george bush|george washington|gerry adams|gordon brown|helen clark|hillary clinton|ho chi|imran khan|indira gandhi|jacinda ardern|jack layton|jacob zuma|jeremy corbyn|jimmy carter|joe biden|john howard|john kennedy|john key|julia gillard|julius malema|julius nyerere|justin trudeau|kamala harris|keir starmer|kevin rudd|kwame nkrumah|lee kuan|leo varadkar|liz truss|mahatma gandhi|mao zedong|margaret thatcher|martin luther|mary mcaleese|mary robinson|michael collins|micheál martin|michelle obama|narendra modi|nelson mandela|nicola sturgeon|nigel farage|richard nixon|rishi sunak|robert mugabe|ronald reagan|rosa parks|sadiq khan|scott morrison|simon bolivar|stephen harper|steve biko|theresa may|tony abbott|tony blair|vladimir putin|winnie mandela|winston churchill|angela merkel|anthony albanese|harriet tubman|princess diana|kate middleton|meghan markle|mother teresa|dalai lama|pope francis|jane addams|jesus christ|karl marx|greta thunberg|george floyd|anne frank|florence nightingale|
alan shearer|nick saban|alex ferguson|ash barty|babe ruth|bobby charlton|bobby moore|brian o'driscoll|cathy freeman|conor mcgregor|cristiano ronaldo|dan carter|david beckham|derek jeter|diego maradona|don bradman|erling haaland|gareth southgate|gary lineker|george best|harry kane|harry maguire|hulk hogan|jack grealish|john cena|jonah lomu|jose mourinho|jurgen klopp|katie taylor|kobe bryant|kylian mbappe|lebron james|lionel messi|marcus rashford|michael jordan|michael phelps|mike tyson|mo farah|mo salah|mohamed salah|muhammad ali|naomi osaka|patrick mahomes|paul gascoigne|rafael nadal|raheem sterling|richie mccaw|roger federer|roy keane|sachin tendulkar|serena williams|shane warne|simone biles|siya kolisi|sonny bill|steph curry|stephen curry|tiger woods|tom brady|trae young|tyson fury|usain bolt|virat kohli|wayne rooney|emma raducanu|andy murray|ronnie o'sullivan|
aamir khan|salman khan|shah rukh|amitabh bachchan|deepika padukone|priyanka chopra|adam sandler|al pacino|amy winehouse|andre rieu|andrea bocelli|andy lau|george strait|jose mari|kenny loggins|lorraine kelly|marian anderson|mark wahlberg|teddy pendergrass|anthony edwards|jimmy reid|angelina jolie|annie lennox|aretha franklin|ariana grande|audrey hepburn|ben stiller|beyoncé knowles|billie eilish|billie holiday|bob dylan|bob geldof|bob marley|brad pitt|britney spears|bruce forsyth|bruce lee|bruce springsteen|bruce willis|bruno mars|buddy holly|cary grant|celine dion|céline dion|charlie chaplin|charlie sheen|chris brown|chris rock|christy moore|cilla black|cliff richard|clint eastwood|colin firth|daniel craig|daniel o'donnell|dave chappelle|david attenborough|david bowie|davina mccall|delia smith|denzel washington|diana ross|dolly parton|ed sheeran|eddie murphy|ella fitzgerald|elton john|elvis presley|emma thompson|emma watson|fela kuti|frank sinatra|fred dibnah|freddie mercury|garth brooks|gary barlow|gay byrne|george clooney|george ezra|george michael|gordon ramsay|graham norton|harrison ford|harry styles|helen mirren|holly willoughby|hugh grant|hugh jackman|hugh laurie|idris elba|jack nicholson|jackie chan|james dean|jamie oliver|jay chou|jeremy clarkson|jeremy kyle|jet li|jim carrey|jim reeves|joe duffy|joe rogan|joe wicks|john lennon|john travolta|john wayne|johnny cash|johnny depp|judi dench|judy garland|julia roberts|julie andrews|justin bieber|kanye west|kate bush|kate winslet|katy perry|kendrick lamar|kenny rogers|kevin hart|kim kardashian|kurt cobain|lady gaga|leonardo dicaprio|lewis capaldi|louis armstrong|maggie smith|mariah carey|marilyn monroe|martin lewis|marvin gaye|mary berry|matt damon|mel gibson|meryl streep|michael bublé|michael caine|michael jackson|miley cyrus|monty don|morgan freeman|nicki minaj|nicole kidman|nigella lawson|nina simone|oprah winfrey|otis redding|patsy cline|paul hollywood|paul mccartney|phil collins|phillip schofield|ray charles|robbie williams|robert de|robin williams|rod stewart|roger moore|roy orbison|ryan tubridy|sam cooke|sam smith|samuel jackson|sandra bullock|sean connery|selena gomez|shirley bassey|simon cowell|sinead o'connor|sinéad o'connor|snoop dogg|stephen fry|stevie wonder|sylvester stallone|taylor swift|terry wogan|tina turner|tom cruise|tom hanks|tom jones|tracey emin|tupac shakur|whitney houston|will ferrell|will smith|willie nelson|alan titchmarsh|al green|barry manilow|barry white|billy joel|bing crosby|dean martin|donna summer|doris day|eric clapton|gloria gaynor|janis joplin|jimi hendrix|joni mitchell|leonard cohen|lionel richie|luther vandross|neil diamond|neil young|paul simon|perry como|tom waits|van morrison|vera lynn|elon musk|bill gates|mark zuckerberg|steve jobs|steve irwin|albert einstein|marie curie|stephen hawking|pablo picasso|frida kahlo|marie kondo|
agatha christie|alice walker|charles dickens|chinua achebe|dan brown|dylan thomas|emily dickinson|enid blyton|ernest hemingway|james baldwin|james joyce|jane austen|kahlil gibran|mary oliver|maya angelou|oscar wilde|roald dahl|robert burns|robert frost|seamus heaney|séamus heaney|stephen king|toni morrison|walt whitman|william shakespeare|wole soyinka|
aaron beck|albert bandura|alex gitterman|andrew malekoff|brené brown|bruce tuckman|carl jung|carl rogers|deepak chopra|dominique steinberg|donald winnicott|eckhart tolle|elisabeth kübler|eric berne|erik erikson|gabor mate|gabor maté|gale wood|helen northen|irvin yalom|jean piaget|john bowlby|jordan peterson|judith herman|kurt lewin|lawrence shulman|louise hay|marsha linehan|mel robbins|melanie klein|paulo freire|robert rivas|robert salmon|robert toseland|ronald toseland|roselle kurland|ruth middleman|sigmund freud|tony robbins|viktor frankl|wilfred bion|william schwartz|
kit kat|jack russell|molly malone|james bond|harry potter|mary poppins|mickey mouse|peppa pig|peter pan|robin hood|ronald mcdonald|sherlock holmes|billy elliot|father ted|bridget jones|homer simpson|bart simpson|forrest gump|
john lewis|fred meyer|trader joe|tim hortons|tim tams|hari raya|mario kart|burger king|jack daniels|jim beam|johnnie walker|tommy hilfiger|calvin klein|jenny craig|paddy power|betty crocker|thomas cook|joe bloggs|john doe|jane doe|joe public|joe soap|mickey finn|ben nevis|bob builder`
    .split('|')
    .map((name) => name.trim()),
);

/** Said of people who are known: they sing, play, rule, are written about and shown. */
const FAME =
  /\b(?:films?|movies?|songs?|albums?|gig|concert|singer|actor|actress|telly|tv|television|on the radio|documentary|series|episode|podcast|netflix|youtube|book by|author|poet|poem|novel|lyrics|quoted?|match|scored|penalty|striker|keeper|nba|nfl|league|championship|olympics?|president|prime minister|senator|election|king|queen|pope|famous|celebrit\w+|dropped \d+|\d+ (?:points|goals|runs)|touchdown|home run|hat[- ]trick|playoffs?|dunk\w*|in the (?:news|papers?)|painter|painting|theor(?:y|ies|ist)|et al|statue|biography)\b/i;
/** A work is cited: the year stands behind the name. */
const CITED = /^['’]?s?,? ?\(?(?:19|20)\d\d/;

/** Somebody of one's own, or somebody's post, right before the name. */
const INTRODUCES =
  /(?<=\b(?:my|his|her|our|their|your|the|a|an|this|some) (?:[a-z-]+ ){0,2})(?:mother|mum|mom|mam|father|dad|brother|sister|son|daughter|husband|wife|partner|boyfriend|girlfriend|ex|cousin|uncle|aunt|auntie|nephew|niece|nan|gran|grandmother|grandfather|in-law|friend|mate|neighbou?r|flatmate|roommate|boss|manager|foreman|landlord|landlady|colleague|teacher|tutor|coach|doctor|gp|nurse|midwife|consultant|surgeon|psychiatrist|psychologist|therapist|counsell?or|dentist|social worker|caseworker|key ?worker|support worker|probation officer|officer|guard|lawyer|solicitor|judge|priest|pastor|imam|sponsor|carer|patient|client|resident|inmate|pupil|student|apprentice|catechist|woman|man|lady|guy|bloke|boy|girl|lad|lass|fella|kid|child|baby|thing in the \w+(?: next to \w+)?)(?: (?:on|in|at|from|of|next to|upstairs|downstairs)(?: [\wà-ž'’]{1,20}){1,4})?(?:'s name(?: is|'s| was))?[,.]? (?:is |was |called |named )?$/i;
/** What is done to a person, and what a person does: an unknown name that stands between is one. */
const MET =
  /\b(?:told|asked|met|rang|phoned|texted|married|dated|named|sued|reported|reckons?|thinks?|says|swears) (?:that )?$/i;
const DOES =
  /^(?:['’]s)? (?:says?|said|told|tells|reckons|thinks|thought|asked|rang|texted|lives|lived|works|worked|married|shouted|cried|laughed|got (?:a right|me|him|her|married|arrested|out))\b/i;
/** Staff of the placement: their names are no confidence of the group's. */
const STAFF =
  /\b(?:my|our|the) (?:[a-z-]+ ){0,2}(?:supervisor|field instructor|field educator|practice (?:teacher|educator)|practicum instructor|liaison|co-?worker|co-?facilitator|co-?leader|tutor at (?:the )?(?:college|university)),? (?:is |was )?$/i;
const STAFF_AFTER =
  /^,? \(?(?:my |our |the )?(?:[a-z-]+ ){0,2}(?:supervisor|field instructor|field educator|liaison|practice (?:teacher|educator)|practicum instructor|co-?worker|co-?facilitator|co-?leader)\b/i;
const SAINT = /\b(?:St|Ste|Saint|San|Santa)\.? $/;

const WORD = String.raw`(?:\p{Lu}[\p{Ll}'’]+(?:\p{Lu}\p{Ll}+)?(?:-\p{Lu}[\p{Ll}]+)?|(?:O|D|Mc|Mac)['’]?\p{Lu}\p{Ll}+)`;
const PARTICLE = `(?:de|da|dos|del|della|di|du|la|le|van|von|der|den|ter|bin|bint|ibn|al|el|ní|ó|y)`;
const SHORT_TITLE = String.raw`(?:Mr|Mrs|Ms|Dr|Prof|Fr|Sr|Sgt|Rev|Cllr)\.`;
const RUN = new RegExp(
  String.raw`(?<![\p{L}\p{N}'’])(?:${SHORT_TITLE}|${WORD})(?: (?:${PARTICLE} ){0,2}(?:\p{Lu}\. )?${WORD}){1,4}(?![\p{L}\p{N}])`,
  'gu',
);

/** Most turns are dismissed by this alone. */
const TWO_CAPITALS = /[A-Z\u00c0-\u017e]\S{1,40} (?:\S{1,4} ){0,2}[A-Z\u00c0-\u017e]/;

/** A full name in a text: offsets, and the first name in it. */
export interface FullName {
  readonly start: number;
  readonly end: number;
  readonly first: string;
  readonly last: string;
}

interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Length of a possessive ending. */
const possessive = (text: string): number => (/['’]s$/.test(text) ? 2 : 0);
const plainWord = (text: string): string => text.replace(/['’]s$/, '').replace(/\.$/, '');

/** Full names in a text. @param firstNames further first names that belong to people here */
export function fullNamesIn(text: string, firstNames: ReadonlySet<string>): FullName[] {
  if (!TWO_CAPITALS.test(text)) return [];
  const found: FullName[] = [];
  for (const run of matchesIn(RUN, text)) {
    const parts = Array.from(
      matchesIn(/\S+/g, run[0]),
      (part): Part => ({
        text: part[0],
        start: run.index + part.index,
        end: run.index + part.index + part[0].length,
      }),
    );
    const name = nameAmong(parts, text, firstNames);
    if (name) found.push(name);
  }
  return found;
}

function nameAmong(
  parts: readonly Part[],
  text: string,
  firstNames: ReadonlySet<string>,
): FullName | undefined {
  const words = parts.map((part) => plainWord(part.text));
  const begins = /(?:^|[.!?…:;—–"“‘(]\s*|\n[^\S\n]*|[-*+>]\s)$/u.test(
    text.slice(Math.max(0, parts[0]!.start - 4), parts[0]!.start),
  );
  const isGiven = (word: string): boolean =>
    GIVEN.has(word) || firstNames.has(word) || (word.includes('-') && GIVEN.has(word.split('-')[0]!));
  for (const [k, part] of parts.entries()) {
    const rest = parts.slice(k + 1);
    const word = words[k]!;
    if (
      rest.length === 0 ||
      word.length < 2 ||
      TITLE.has(word) ||
      KIN_CALL.has(word) ||
      NOT_PERSON.has(word) ||
      FUNCTION_WORDS.has(word.toLowerCase()) ||
      /^\p{Ll}|['’]s$/u.test(part.text)
    )
      continue;
    if (k > 0 && KIN_CALL.has(words[k - 1]!)) continue;
    const before = text.slice(Math.max(0, part.start - 60), part.start);
    const after = parts[parts.length - 1]!.end;
    if (SAINT.test(before) || STAFF_AFTER.test(text.slice(after, after + 40))) return undefined;
    // One is put in a place and sits in a house; nobody is in a person.
    if (
      STAFF.test(before) ||
      (/\b(?:in|into|inside)(?: the)? $/.test(before) &&
        !/['’]s$/.test(words.length > 0 ? parts[parts.length - 1]!.text : ''))
    )
      return undefined;
    const owned = INTRODUCES.test(before);
    const titled = k > 0 && TITLE.has(words[k - 1]!);
    const given = isGiven(word) && !(k === 0 && begins && ALSO_WORDS.has(word));
    const acts =
      k === 0 &&
      rest.length === 1 &&
      !begins &&
      (MET.test(before) ||
        DOES.test(text.slice(rest[0]!.end - possessive(rest[0]!.text), rest[0]!.end + 40)));
    if (!(given || titled || acts || (owned && k === 0))) continue;
    const last = rest[rest.length - 1]!;
    const lastWord = words[words.length - 1]!;
    if (
      !isLastName(lastWord, owned || titled) ||
      (!titled && words.slice(k, -1).some((one) => NOT_PERSON.has(one)))
    )
      continue;
    // "Ana Ben, come on", "Mary Ann", "Billy Joe": two first names make no last name.
    if (rest.length === 1 && isGiven(lastWord) && !SURNAMES_TOO.has(lastWord) && !titled) continue;
    if (firstNames.has(lastWord) && !titled && !owned) continue;
    if (rest.length === 1 && PAIRED.has(word) && PAIRED.has(lastWord) && !titled) continue;
    if (knownToAll(words.slice(k), text, part.start, last.end, owned)) return undefined;
    return { start: part.start, end: last.start + plainWord(last.text).length, first: word, last: lastWord };
  }
  return undefined;
}

/**
 * Syllables of given names that come in pairs (Hokkien, Cantonese, Mandarin, Korean, Vietnamese as they are spelt): "Swee
 * Hoon" is one first name, and its family name would stand before or after. Last names are left out.
 */
const PAIRED = list(
  'Ah Ai Bee Beng Ching Hei Nhia Tou Tsz Tung Boon Bok Chee Cheng Chiew Choo Chun Eng Fatt Gek Geok Guan Hai Hao Heng Hoe Hoon Hock Hong Huat Hui Hwa Hwee Jia Jian Jie Jing Jun Kah Keat Kiat Kim Kok Kwang Kwee Lai Lan Lay Leng Li Lian Liang Lin Ling Mei Min Ming Mui Nam Ngoc Peng Phuong Poh Poo Qing Qiang San Sek Seng Siang Siew Siok Soo Soon Suan Swee Thi Thiam Ting Tiong Wah Wai Wan Wei Wen Xiao Xin Xiu Yan Ying Yi Yoke Yong Yoon Yuan Yue Yuen Yun Zhen Zhi',
);

/** Some last names are places, days and titles too; they count where the words say that a person comes. */
function isLastName(word: string, person: boolean): boolean {
  if (TITLE.has(word) || KIN_CALL.has(word) || /^\p{Lu}{3,}$/u.test(word)) return false;
  if (FUNCTION_WORDS.has(word.toLowerCase()) || NO_NAME.has(word)) return false;
  return !NOT_PERSON.has(word) || (person && PLACE_SURNAMES.has(word));
}

/** A thing that bears a name: the name is on a sign, not on a person. */
const BEARS_IT =
  /^(?:['’]s)? (?:(?:memorial|community|health|family) )?(?:flats?|estate|park|centre|center|house|building|block|ward|unit|wing|library|school|college|hospital|clinic|hall|room|street|road|bus|stop|prize|award|trust|foundation|fund|shop|bar|pub|films?|movie|songs?|books?|show|album|record|poster|t-?shirt|mug|tea towel|method|model|test|scale|theory|technique|thing|hair|wig|mask|concert|tour|joke|impression|museum|stadium|bridge|memorial|day|lecture|statue|biography|recipe)\b/i;

/** Words that begin the next sentence where its full stop was left out. */
const NO_NAME = list(
  'Thanks Thank Sorry Please Good Great Come Look Listen Tell Let Lets Hello Hi Hey Welcome Morning Role Skill Skills Feeling Feelings Analysis',
);
const PLACE_SURNAMES = list(
  'Hall Hill Lane King Day Park West North Church Young English French Prince Grove Rivers Ward Page Castle Marsh Lake Close Way Pope Price Bush Court Post Street Lord Scale March May Bridge Field Farm Garden',
);

/** Last names that are first names too: "Paul Martin" is a full name, "Mary Ann" is not. */
const SURNAMES_TOO = list(
  'Adam Adams Aidan Alexander Ali Allan Allen Arnold Arthur Barry Benjamin Bernard Bruce Cameron Campbell Carroll Charles Christopher Clarence Clark Connor Craig Curtis Daniel David Davis Dean Dennis Donald Donovan Douglas Duncan Edward Evans Fergus Francis Gabriel George Gerard Gilbert Gordon Graham Grant Gregory Harold Harris Harvey Henry Herbert Howard Hugh Hussein Hassan Isaac Jackson Jacob James John Johnson Jordan Joseph Joyce Kelly Kennedy Khalid Kumar Lawrence Leonard Leslie Lewis Lloyd Louis Lucas Luke Malik Marshall Martin Matthew Mathew Maurice Michael Mitchell Mohamed Mohammed Morgan Morris Murray Nelson Nguyen Nicholas Noel Norman Oliver Osman Oscar Owen Patrick Paul Perry Peter Philip Phillip Quinn Ralph Randall Raymond Richard Robert Robin Roberts Rodney Roger Roman Ross Roy Russell Ryan Samuel Scott Sean Simon Solomon Stanley Stephen Stewart Stuart Syed Terry Thomas Todd Travis Tyler Vaughan Vincent Wallace Walter Warren Wayne William Williams Wilson Xavier Zhang',
);

function knownToAll(
  words: readonly string[],
  text: string,
  start: number,
  end: number,
  introduced: boolean,
): boolean {
  const spoken = words.join(' ').toLowerCase();
  if (
    KNOWN.has(spoken) ||
    KNOWN.has(words.slice(0, 2).join(' ').toLowerCase()) ||
    KNOWN.has(words.slice(0, 3).join(' ').toLowerCase())
  )
    return true;
  if (CITED.test(text.slice(end, end + 10)) || BEARS_IT.test(text.slice(end, end + 24))) return true;
  if (introduced && /\b(?:my|his|her|our|their|your)\b/i.test(text.slice(Math.max(0, start - 40), start)))
    return false;
  const from =
    Math.max(
      text.lastIndexOf('.', start - 1),
      text.lastIndexOf('!', start - 1),
      text.lastIndexOf('?', start - 1),
    ) + 1;
  const stop = text.slice(end).search(/[.!?]/);
  const sentence = text.slice(from, stop < 0 ? text.length : end + stop + 1);
  return FAME.test(sentence);
}

/** Whether a label, such as a speaker's, is a first and a last name. */
export function isFullName(label: string, firstNames: ReadonlySet<string> = new Set()): boolean {
  const [name] = fullNamesIn(label, firstNames);
  return name !== undefined && name.start === 0 && name.end === label.length;
}
